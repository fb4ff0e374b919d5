/** **Show them** and **Assign**: the value is a query of `/pool`, which is run for whoever presses. */
export const SHOW_OVERDUE = 'metrics_overdue'
export const SHOW_UNOWNED = 'metrics_unowned'
