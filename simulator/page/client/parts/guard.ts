import { Component } from 'preact'
import { type Children, html } from '../html.ts'

type GuardProps = { readonly what: string; readonly children?: Children }

/** Keeps a block that cannot be drawn, because the app sent something odd, from taking the whole page with it. */
export class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return html`<p class="unknown" role="note">This block cannot be drawn here: ${this.props.what}</p>`
  }
}
