import type { ReactNode } from 'react'
import { Component } from 'react'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'

interface Props {
  readonly children: ReactNode
  readonly drawn: (failure: ServiceFailure, again: () => void) => ReactNode
}

/** Where a mistake of our own breaks what is drawn, all of it is taken from the page; instead of an empty page, `drawn` says so. Only a class can catch that. */
export class CaughtMistakes extends Component<Props, { readonly failure: ServiceFailure | null }> {
  override state = { failure: null }

  static getDerivedStateFromError(error: unknown) {
    return { failure: failureOf(error) }
  }

  override render(): ReactNode {
    const { failure } = this.state
    return failure === null ? this.props.children : this.props.drawn(failure, () => this.setState({ failure: null }))
  }
}
