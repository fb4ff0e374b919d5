/** What `medallist help` prints. */
export const HELP = `medallist <command>, by: npm run --silent medallist -- <command>

  import <file>       people from a CSV (200 MB) or .xlsx (20 MB)
    --basis <code>      on which ground they are kept: applied_here, consent, legitimate_interest, referral
    --yes               import them; without it nothing is written
    --dry-run           count who would be new, merged and refused
    --refused <file>    the refused rows as CSV, each with its reason
    --map field=Column  which column holds what, where that is not seen; may be given several times
                        (the same field too for contacts, notes and skills); field=none is not read
    --standing <code>   where things stand with those of whom the file does not say
    --role <text>       what they were considered for, where the file does not say
  pool "<query>"      whom /pool finds
    --limit <n>         at most so many (100)
  export "<query>"    the same people as files
    --csv <file>        for spreadsheets
    --json-resume <dir> a JSON Resume for each

  --json              a machine-readable answer on stdout, nothing else there
  --workspace <name>  where several workspaces are kept
  --as <Slack id>     whose "owner:me" a query means

The embedded database serves one process at a time: stop Medallist first. PostgreSQL: any time.
Exit codes: 0 done, 1 some rows were refused, 2 bad usage or file, 3 the database cannot be used.
`
