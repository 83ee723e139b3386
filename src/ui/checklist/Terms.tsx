import { termsIn } from '../../domain/terms'
import { GLOSSARY } from '../messages/glossary'
import { useScreen } from '../shared/context'

/** The terms of the item that a part-timer may not know, each in one sentence; closed until somebody asks. Japanese like the texts that use them. */
export function Terms({ texts }: { readonly texts: readonly string[] }) {
  const { messages } = useScreen()
  const terms = termsIn(texts, GLOSSARY)
  if (terms.length === 0) return null
  return (
    <details className="jn-glossary">
      <summary>{messages.checklist.terms(terms.length)}</summary>
      <dl className="jn-pairs">
        {terms.map(({ term, meaning }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
