import type { BulkPlan, BulkWish, PeopleWish } from '../../domain/bulk-change'
import { BULK_FIELDS, SKIP_REASONS } from '../../domain/bulk-change'
import { useScreen } from '../shared/context'
import { namesOf } from './names-of'

/** How many items would change in what, and which would not, and why. */
export function BulkPreview({ plan, wish }: { readonly plan: BulkPlan; readonly wish: BulkWish }) {
  const { messages } = useScreen()
  const words = messages.bulk
  const { blank } = messages.answer
  const people = (wanted: PeopleWish | undefined) => {
    const names = wanted?.people.map(({ name }) => name).join(messages.comma) || blank
    return wanted?.how === 'add' ? words.added(names) : wanted?.how === 'swap' ? words.swapped(wanted.from.name, names) : names
  }
  const wanted: Readonly<Record<(typeof BULK_FIELDS)[number], string>> = {
    status: wish.status ? messages.status[wish.status] : '',
    statusReason: wish.statusReason ?? '',
    owners: people(wish.owners),
    departments: people(wish.departments),
    reviewers: people(wish.reviewers),
    targetOn: wish.targetOn?.replaceAll('-', '/') || blank,
    inquiry: wish.inquiry ? messages.inquiry[wish.inquiry] : '',
    inquiryOn: wish.inquiryOn?.replaceAll('-', '/') ?? '',
    inquiryNote: wish.inquiryNote ?? '',
  }
  return (
    <section className="jn-bulk-preview" aria-label={words.preview} aria-live="polite">
      {Object.keys(wish).length === 0 ? (
        <p className="jn-quiet">{words.nothing}</p>
      ) : (
        <>
          <p>
            <strong>{words.willChange(plan.steps.length)}</strong>
          </p>
          <ul>
            {BULK_FIELDS.filter((field) => plan.counts[field] > 0).map((field) => (
              <li key={field}>{words.fieldCount(messages.answer.field[field], wanted[field], plan.counts[field])}</li>
            ))}
          </ul>
          {plan.skipped.length > 0 && (
            <>
              <p>{words.willSkip(plan.skipped.length)}</p>
              <ul>
                {SKIP_REASONS.map((why) => [why, plan.skipped.filter((one) => one.why === why)] as const)
                  .filter(([, list]) => list.length > 0)
                  .map(([why, list]) => (
                    <li key={why}>{words.skippedLine(words.skipped[why], list.length, namesOf(list.map(({ item }) => item.no), words.more, messages.comma))}</li>
                  ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}
