/** Why somebody is marked *do not contact*. What they asked for outlives their record; what we decided ourselves goes with it. */
export const BAR_REASONS = ['asked_not_to', 'agreement', 'other'] as const
export type BarReason = (typeof BAR_REASONS)[number]
