import { Component } from 'preact'
import { type Children, html } from '../html.ts'

/** `of` is what is drawn: once it is another, drawing is tried again. */
type GuardProps = { readonly what: string; readonly of: unknown; readonly children?: Children }

/** Keeps a block that cannot be drawn, because the app sent something odd, from taking the whole page with it. */
export class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: GuardProps) {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false })
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return html`<p class="unknown" role="note">This block cannot be drawn here: ${this.props.what}</p>`
  }
}
