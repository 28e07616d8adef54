import i18next from 'i18next'
import { Component, type ReactNode } from 'react'
import { Mark } from './mark.tsx'
import css from './waiting.module.css'

interface Props {
  readonly children: ReactNode
  /** What to show instead; the whole page by default. `again` tries once more. */
  readonly otherwise?: (again: () => void) => ReactNode
}

/** Catches a part of the page that could not be loaded or drawn, and offers to try again. */
export class LoadFailed extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    if (this.props.otherwise) return this.props.otherwise(() => this.setState({ failed: false }))
    return (
      <div className={css.page} role="alert">
        <Mark size={56} />
        <p className={css.text}>{i18next.t('loadFailed')}</p>
        <button type="button" className={css.again} onClick={() => location.reload()}>
          {i18next.t('reload')}
        </button>
      </div>
    )
  }
}
