/**
 * An app of a hospital, as set-up meets it: settings that are saved and then deployed, records that can only be added once the settings
 * are live, and a connection that can break before or after a step has been carried out. Implements the ports; knows nothing of kintone.
 */
import type { Assessment } from '../../src/domain/assessment'
import { itemKey } from '../../src/domain/assessment'
import type { Catalog } from '../../src/domain/guideline'
import type { UpgradePlan } from '../../src/domain/catalog-upgrade'
import type { SeedPlan } from '../../src/domain/seed-plan'
import type { AppShape, ShapeEntry, ShapePlan, ShapeStep, ShapeVerdict } from '../../src/ports/app-shape'
import { ServiceFailure } from '../../src/ports/failure'
import type { ItemUpgrade, SeedRecords } from '../../src/ports/seed-records'
import type { SetupPorts } from '../../src/usecases/plan-setup'
import type { SetupStep } from '../../src/usecases/run-setup'

type Saved = 'fields' | 'layout' | 'views'
const SAVED: readonly Saved[] = ['fields', 'layout', 'views']
const PART: Readonly<Record<Saved, ShapeEntry['part']>> = { fields: 'field', layout: 'layout', views: 'view' }

interface Changes {
  readonly parts: readonly Saved[]
  readonly deploy: boolean
}

export interface Break {
  readonly step: SetupStep
  /** `before` the step has had its effect, or `after` it, so that only the answer is lost */
  readonly when: 'before' | 'after'
}

export class HospitalApp {
  readonly saved = new Set<Saved>()
  readonly live = new Set<Saved>()
  /** One entry a record: its key, so that doubles show. */
  readonly records: string[] = []
  /** Which catalog wrote a record, where it is not the newest. */
  readonly versions = new Map<string, string>()
  readonly retired = new Set<string>()
  administrator = true
  inTheWay: readonly ShapeEntry[] = []
  breaks: Break | null = null
  /** Everything that was written, in order. */
  readonly writes: string[] = []

  ports(catalog: Catalog): SetupPorts {
    return { shape: this.shape, records: this.seedRecords, catalog }
  }

  get finished(): boolean {
    return SAVED.every((part) => this.live.has(part))
  }

  private async step(step: SetupStep, effect: () => void): Promise<void> {
    const breaks = this.breaks?.step === step ? this.breaks.when : null
    if (breaks === 'before') throw this.broken(step)
    effect()
    if (breaks === 'after') throw this.broken(step)
  }

  private broken(step: SetupStep): ServiceFailure {
    return new ServiceFailure('unreachable', `the connection broke at ${step}`, step)
  }

  private readonly shape: AppShape<Changes> = {
    mayBuild: async () => (this.administrator ? 'yes' : 'needsSystemAdministrator'),
    plan: async () => {
      const parts = SAVED.filter((part) => !this.saved.has(part))
      const deploy = !this.finished
      const entries = SAVED.map((part) => ({ part: PART[part], name: part, verdict: (parts.includes(part) ? 'added' : 'unchanged') as ShapeVerdict }))
      return {
        entries: [...entries, ...this.inTheWay, { part: 'field', name: '院内メモ', verdict: 'foreign' }, { part: 'deploy', name: '', verdict: deploy ? 'changed' : 'unchanged' }],
        changes: { parts, deploy },
      }
    },
    apply: async ({ changes }: ShapePlan<Changes>, begin: (step: ShapeStep) => void) => {
      for (const part of changes.parts) {
        begin(part)
        await this.step(part, () => {
          this.writes.push(part)
          this.saved.add(part)
        })
      }
      if (!changes.deploy) return
      begin('deploy')
      await this.step('deploy', () => {
        this.writes.push('deploy')
        for (const part of this.saved) this.live.add(part)
      })
    },
  }

  private readonly seedRecords: SeedRecords = {
    registered: async (assessment: Assessment) => {
      const prefix = `${assessment.round}/${assessment.facility}/`
      await this.step('checkRecords', () => {})
      return this.records.filter((key) => key.startsWith(prefix)).map((key) => ({ key, catalogVersion: this.versions.get(key) ?? '1', retired: this.retired.has(key) }))
    },
    assessments: async () => [],
    handOver: async () => null,
    upgrades: async ({ assessment, outdated, retired }: UpgradePlan): Promise<readonly ItemUpgrade[]> => [
      ...outdated.map((item): ItemUpgrade => ({ key: itemKey(assessment, item), title: item.title, verdict: 'changed', fields: [], change: '1' })),
      ...retired.map((key): ItemUpgrade => ({ key, title: '', verdict: 'retired', fields: [], change: null })),
    ],
    upgrade: async (upgrades: readonly ItemUpgrade[]) => {
      await this.step('upgrade', () => {
        this.writes.push('upgrade')
        for (const { key, verdict } of upgrades) if (verdict === 'retired') this.retired.add(key)
          else this.versions.set(key, '1')
      })
    },
    add: async (plan: SeedPlan) => {
      await this.step('records', () => {
        if (!this.finished) throw new Error('records were added to an app whose fields are not live')
        const keys = plan.toAdd.map((item) => itemKey(plan.assessment, item))
        if (keys.some((key) => this.records.includes(key))) throw new ServiceFailure('refused', '値がほかのレコードと重複しています。', null)
        this.writes.push('records')
        this.records.push(...keys)
      })
    },
  }
}
