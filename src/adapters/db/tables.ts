// Written by `npm run db:types` from what the migrations build; not by hand.
import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../domain/shared/time.ts'

/** Written as text, since a driver would take an array for one of PostgreSQL's. */
type Json = ColumnType<unknown, string, string>
type Texts = ColumnType<string[], readonly string[], readonly string[]>

/** Every table and its columns, in camel case. */
export type Tables = {
  candidate: {
    workspaceId: string
    id: string
    fullName: string
    headline: string | null
    company: string | null
    consideredRole: string
    jobId: string | null
    standing: string
    standingDay: Day | null
    reason: string | null
    stageReached: string | null
    bringBack: string | null
    advice: string | null
    skills: Texts | null
    location: string | null
    remoteOk: boolean | null
    seniority: string | null
    tier: string | null
    kind: string
    source: string | null
    ownerId: string | null
    nextTouch: Day | null
    zone: string | null
    lastTouchAt: Date | null
    mergedInto: string | null
    erasedAt: Date | null
    doNotContactAt: Date | null
    createdAt: Date
    version: Generated<number>
    snoozedFor: string | null
    snoozedUntil: Day | null
    birthday: string | null
    careerStage: string | null
    employment: string | null
    jobFunction: string | null
    relation: string | null
    importId: string | null
    referredBy: string | null
    skillUses: Json | null
    checkedAt: Date | null
    firstDue: Day | null
    unworked: Generated<boolean>
    custom: Json | null
  }
  candidateSearch: {
    workspaceId: string
    candidateId: string
    name: string
    names: string
    words: string
    skills: Texts | null
    place: string | null
    places: Texts | null
    remoteOk: boolean | null
    seniority: string | null
    tier: string | null
    kind: string
    standing: string
    reason: string | null
    source: string | null
    role: string
    company: string | null
    stage: string | null
    ownerId: string | null
    poolIds: Texts | null
    lastTouchAt: Date | null
    createdAt: Date
    snoozedUntil: Day | null
    allowedUntil: Date | null
    jobFunction: string | null
    rating: number | null
    checkedAt: Date | null
    firstDue: Day | null
    unworked: Generated<boolean>
    custom: Json | null
    nextTouch: Day | null
    traits: Generated<Texts | null>
  }
  candidateVector: {
    workspaceId: string
    candidateId: string
    model: string
    fingerprint: string
    vector: Uint8Array
    at: Date
  }
  companyWatch: {
    workspaceId: string
    id: string
    company: string
    companyKey: string
    kind: string
    day: Day
    link: string | null
    startedBy: string
    startedAt: Date
    endsOn: Day
    stoppedAt: Date | null
  }
  contact: {
    workspaceId: string
    id: string
    candidateId: string
    kind: string
    sealed: Uint8Array
    lookup: Uint8Array
    isPrimary: Generated<boolean>
    createdAt: Date
  }
  customField: {
    workspaceId: string
    id: string
    name: string
    kind: string
    choices: Texts | null
    createdBy: string
    createdAt: Date
    archivedAt: Date | null
  }
  doNotContactCompany: {
    workspaceId: string
    id: string
    name: string
    nameKey: string
    domain: string | null
    reason: string | null
    addedBy: string
    addedAt: Date
  }
  draft: {
    workspaceId: string
    id: string
    candidateId: string
    ownerId: string
    jobId: string | null
    purpose: string
    whyNow: string
    state: string
    revisionId: string
    decidedBy: string | null
    decidedAt: Date | null
    rejectReason: string | null
    createdAt: Date
  }
  draftAsk: {
    workspaceId: string
    id: string
    draftId: string
    revisionId: string
    kind: string
    askedOf: string
    askedBy: string
    question: string | null
    state: string
    answer: string | null
    askedAt: Date
    answeredAt: Date | null
  }
  draftClaim: {
    workspaceId: string
    revisionId: string
    factId: string
    start: number
    end: number
  }
  draftRevision: {
    workspaceId: string
    id: string
    draftId: string
    number: number
    subject: string
    body: string
    author: string
    authorId: string | null
    template: string | null
    createdAt: Date
    cut: Texts | null
    prompt: string | null
    asksToStay: Generated<boolean>
  }
  duplicate: {
    workspaceId: string
    oneId: string
    otherId: string
    score: number
    reasons: Texts | null
    state: string
    suggestedAt: Date
    decidedBy: string | null
    decidedAt: Date | null
  }
  duplicateCheck: {
    workspaceId: string
    candidateId: string
  }
  event: {
    workspaceId: string
    stream: string
    version: Generated<number>
    type: string
    actor: string | null
    at: Date
    correlationId: string
    data: Json
  }
  fact: {
    workspaceId: string
    id: string
    candidateId: string
    kind: string
    text: string
    telling: string
    sourceKind: string
    sourceLink: string | null
    authorId: string | null
    statedAt: Date
    changedAt: Date
    retractedAt: Date | null
  }
  fileImport: {
    workspaceId: string
    id: string
    memberId: string
    slackFileId: string
    file: string
    basis: string
    standing: string | null
    role: string | null
    state: string
    problem: string | null
    chosen: Json
    head: Uint8Array | null
    tableId: string | null
    runStartedAt: Date | null
    counted: Json | null
    done: Json | null
    refusedFile: string | null
    attempts: Generated<number>
    nextAt: Date | null
    leaseOwner: string | null
    leaseUntil: Date | null
    createdAt: Date
    changedAt: Date
  }
  flagOffer: {
    workspaceId: string
    id: string
    memberId: string
    channel: string
    messageTs: string
    state: string
    createdAt: Date
  }
  handOver: {
    workspaceId: string
    id: string
    fromId: string
    startedBy: string
    plan: Json
    done: Json
    state: string
    startedAt: Date
    finishedAt: Date | null
  }
  handOverPerson: {
    workspaceId: string
    handOverId: string
    candidateId: string
    toId: string | null
  }
  hire: {
    workspaceId: string
    id: string
    jobId: string
    candidateId: string | null
    source: string
    fromPool: boolean
    appliedOn: Day | null
    acceptedOn: Day
    internalCost: number | null
    externalCost: number | null
    currency: string | null
    recordedBy: string
    recordedAt: Date
  }
  idempotency: {
    workspaceId: string
    key: string
    useCase: string
    result: Json
    at: Date
  }
  importRun: {
    workspaceId: string
    id: string
    file: string
    basis: string
    rows: number
    added: number
    merged: number
    unchanged: number
    refused: number
    refusedBytes: number
    startedAt: Date
    finishedAt: Date | null
  }
  inbox: {
    workspaceId: string
    eventId: string
    type: string
    body: Json | null
    receivedAt: Date
    attempts: Generated<number>
    nextAt: Date
    processedAt: Date | null
    lastError: string | null
  }
  installation: {
    workspaceId: string
    botToken: Uint8Array
    refreshToken: Uint8Array | null
    expiresAt: Date | null
    appId: string
    botId: string
    botUserId: string
    scopes: Texts | null
    installedBy: string
    installedAt: Date
    revokedAt: Date | null
  }
  interaction: {
    workspaceId: string
    id: string
    candidateId: string
    kind: string
    at: Date
    memberId: string | null
    text: string
    link: string | null
    sendId: string | null
    oneToOne: boolean
  }
  job: {
    workspaceId: string
    id: string
    title: string
    location: string | null
    remoteOk: Generated<boolean>
    skills: Texts | null
    managerId: string | null
    openedAt: Date
    closedAt: Date | null
    openedBy: string | null
    outcome: string | null
    seniority: string | null
  }
  jobRun: {
    workspaceId: string
    job: string
    subject: string
    slot: string
    startedAt: Date
    finishedAt: Date | null
    outcome: string | null
    report: Json | null
    attempts: Generated<number>
    leaseOwner: string | null
    leaseUntil: Date | null
  }
  jobWoken: {
    workspaceId: string
    jobId: string
    candidateId: string
    until: Day
  }
  keptForm: {
    workspaceId: string
    id: string
    memberId: string
    sealed: Uint8Array
    createdAt: Date
    keptUntil: Date | null
  }
  learnedSkill: {
    workspaceId: string
    spelling: string
    skill: string
    taughtBy: string
    taughtAt: Date
    removedAt: Date | null
    appliedAt: Date | null
  }
  listing: {
    workspaceId: string
    id: string
    memberId: string
    query: string
    createdAt: Date
  }
  matchPerson: {
    workspaceId: string
    runId: string
    place: number
    candidateId: string
    likeness: number | null
  }
  matchRun: {
    workspaceId: string
    id: string
    memberId: string
    jobId: string | null
    criteria: Json
    found: number
    more: boolean
    at: Date
    likenessBy: string | null
    likenessFailed: string | null
  }
  member: {
    workspaceId: string
    id: string
    slackUserId: string
    name: string
    email: string | null
    zone: string
    isSlackAdmin: boolean
    deactivatedAt: Date | null
    refreshedAt: Date
  }
  memberRole: {
    workspaceId: string
    memberId: string
    role: string
    grantedBy: string | null
    grantedAt: Date
  }
  modelCall: {
    workspaceId: string
    id: string
    at: Date
    purpose: string
    prompt: string
    model: string
    outcome: string
    inputTokens: number
    outputTokens: number
    milliseconds: number
    candidateId: string | null
    draftId: string | null
  }
  nameKey: {
    workspaceId: string
    key: string
    candidateId: string
  }
  nearMiss: {
    workspaceId: string
    id: string
    fullName: string
    role: string
    impressed: string
    wouldHire: string | null
    quotable: boolean
    flaggedBy: string
    flaggedAt: Date
    evidenceLink: string | null
    evidenceChannel: string | null
    evidenceTs: string | null
    state: string
    decidedBy: string | null
    decidedAt: Date | null
    dismissReason: string | null
    candidateId: string | null
    contactLookup: Uint8Array | null
    contactSealed: Uint8Array | null
    creditTo: string | null
    kind: Generated<string>
    knowsOfIt: boolean | null
    muted: Generated<boolean>
    relation: string | null
  }
  nudgeItem: {
    workspaceId: string
    day: Day
    memberId: string
    candidateId: string
    why: string
    place: number
    state: string
    actedAt: Date | null
  }
  permission: {
    workspaceId: string
    id: string
    candidateId: string
    purpose: string
    basis: string
    source: string
    wording: string
    grantedAt: Date
    expiresAt: Date | null
    withdrawnAt: Date | null
  }
  pool: {
    workspaceId: string
    id: string
    name: string
    query: string | null
    ownerId: string
    cadenceDays: number
    personaNote: string | null
    createdAt: Date
    archivedAt: Date | null
    channel: string | null
    mergedInto: string | null
    nameKey: Generated<string>
    version: Generated<number>
  }
  poolMember: {
    workspaceId: string
    poolId: string
    candidateId: string
    addedBy: string | null
    addedAt: Date
  }
  poolStay: {
    workspaceId: string
    id: string
    poolId: string
    candidateId: string
    joinedAt: Date
    joinedBy: string | null
    joinedHow: string
    leftAt: Date | null
    leftBy: string | null
    leftHow: string | null
  }
  profileEdit: {
    workspaceId: string
    id: string
    candidateId: string
    memberId: string
    section: string
    sealed: Uint8Array
    at: Date
    batchId: string | null
  }
  rating: {
    workspaceId: string
    id: string
    candidateId: string
    kind: string
    score: number
    evidence: string
    authorId: string
    at: Date
    supersededAt: Date | null
  }
  reply: {
    workspaceId: string
    id: string
    candidateId: string
    sendId: string | null
    messageId: string
    receivedAt: Date
    text: string
    state: string
    laterOn: Day | null
    decidedBy: string | null
    decidedAt: Date | null
    contactId: string | null
    original: string | null
  }
  send: {
    workspaceId: string
    id: string
    draftId: string
    revisionId: string
    candidateId: string
    contactId: string
    purpose: string
    state: string
    approvedBy: string
    approvedAt: Date
    dueAt: Date
    attempts: Generated<number>
    messageId: string
    leaseOwner: string | null
    leaseUntil: Date | null
    handedOverAt: Date | null
    lastError: string | null
    refusals: Texts | null
    resolvedBy: string | null
    resolvedAt: Date | null
    replacesId: string | null
  }
  setting: {
    workspaceId: string
    key: string
    value: Json
    changedBy: string | null
    changedAt: Date
  }
  slackPost: {
    workspaceId: string
    id: string
    key: string
    kind: string
    address: string
    channel: string | null
    ts: string | null
    subjects: Texts | null
    wanted: Generated<number>
    posted: Generated<number>
    postedHash: string | null
    state: string
    attempts: Generated<number>
    nextAt: Date
    leaseOwner: string | null
    leaseUntil: Date | null
    lastError: string | null
    createdAt: Date
  }
  suppression: {
    workspaceId: string
    lookup: Uint8Array
    reason: string
    sendId: string | null
    at: Date
  }
  takeOver: {
    workspaceId: string
    id: string
    candidateId: string
    askedOf: string
    askedBy: string
    state: string
    askedAt: Date
    answeredAt: Date | null
  }
  userGroup: {
    workspaceId: string
    handle: string
    slackGroupId: string
    slackUserIds: Texts | null
    refreshedAt: Date
  }
  workspace: {
    id: string
    teamId: string
    name: string
    domain: string
    zone: string
    createdAt: Date
  }
}
