/** The plan of set-up, or one sentence why there is none. */
import type { CommandLineSetup } from '../../src/entry/cli'
import { commandLineSetup } from '../../src/entry/cli'
import { pendingOfOthers } from '../../src/ports/app-shape'
import type { SetupPlan } from '../../src/usecases/plan-setup'
import type { Connection } from './connection'
import { asked, noApi } from './failure-sentence'
import type { Options } from './options'
import { blockedLines } from './plan-text'
import { Stop } from './stop'

type Asked = Pick<Options, 'assessment' | 'wishes' | 'publishPending'>

export function setupOf({ client, domain, guestSpaceId, user }: Connection, { assessment, wishes }: Asked, app: string): CommandLineSetup {
  return commandLineSetup({ client, domainClient: domain, app, isInGuestSpace: guestSpaceId !== null, user, assessment, wishes })
}

export async function readPlan(connection: Connection, { publishPending }: Asked, setup: CommandLineSetup): Promise<SetupPlan> {
  const planned = await asked(connection, {}, () => setup.plan())
  switch (planned.outcome) {
    case 'planned': {
      const pending = pendingOfOthers(planned.plan.shape)
      if (pending.length === 0 || publishPending) return planned.plan
      throw new Stop(`Somebody has changed the app without publishing it, and set-up would publish that too: ${pending.map(({ part, name }) => (name === '' ? part : `${part} ${name}`)).join(', ')}. Publish or discard it first, or say --publish-pending.`)
    }
    case 'needsAppAdministrator':
      throw new Stop(`${connection.user} may not change the settings of this app; an administrator of the app has to allow it.`)
    case 'maintenance':
      throw new Stop('The app is in maintenance mode; an administrator of the app has to end it, or to name you among those who work in it.')
    case 'needsSystemAdministrator':
      throw new Stop(`${connection.user} is no kintone system administrator; only one may save the screens' lists.`)
    case 'needsCourse':
      throw new Stop(noApi(connection.baseUrl))
    case 'needsRecordRight':
      throw new Stop(`${connection.user} may not see the records of this app; an administrator of the app has to give the right to view and add records.`)
    case 'blocked':
      throw new Stop(`Set-up cannot start, because these are in the way; put them right, or take another app:\n${blockedLines(planned.inTheWay).join('\n')}`)
  }
}
