/** The answer to `--help`, in English. */
export const helpText = `autopilot-triage: what a Windows Autopilot diagnostics bundle tells, without an editor

  autopilot-triage <bundle>                 the story in words
  autopilot-triage <bundle> --json          the whole triage document as JSON
      --markdown                            a report to paste into a ticket; it names no user
      --html                                a report as one page: timeline, causes, quotes; prints well
      --sarif                               the findings as SARIF 2.1.0
      --csv                                 the story as a table, one event a row
      --out FILE                            into a file instead; one that is there needs --force
      --case FILE                           with the notes, verdicts and facts of a .triage.json file
      --starred                             only what is starred in that case
      --template FILE                       with a template of your own (--markdown, --html)
      --rules FOLDER                        with the rules of your own in its .json files
      --tap-issued TIME --tap-minutes N     what you know of the Temporary Access Pass (UTC, lifetime):
      --tap-one-time                        no log holds it, so the answer calls it stated, not measured
      --redact                              pseudonyms such as USER-1 for people, devices, networks and ids;
      --redaction-map FILE                  keeps them for the next time (never send this file along)
      --redact-pattern PATTERN              replaces what fits a pattern of your own too (may be repeated)
  autopilot-triage list <bundle>            every member: kind, size, records, problems
  autopilot-triage events <bundle|file>     event records as text
      --member PATH                         only this member
      --jsonl                               one JSON object a record
  autopilot-triage search <bundle> <query>  records and lines of all members that fit the query
      --limit N                             prints no more than N; all are counted
      --jsonl                               one JSON object a match
  autopilot-triage template markdown|html   the built-in template with all fields, to begin your own with
  autopilot-triage rules test <folder>      checks the rules in its .json files and runs their tests

<bundle> is a .cab or .zip of mdmdiagnosticstool, an Intune "Collect diagnostics" .zip,
a folder with such files in it, or a single .evtx or log file.

A query is words, "a phrase", /a pattern/ and fields: provider: id: level: channel: record: user:
time> time< phase: boot: member: case:yes. All have to fit; a - in front leaves out what fits:
  autopilot-triage search DiagLogs.zip 'provider:User32 id:1074 time>+5m -RuntimeBroker'
A result code is found in all its forms: 0x800704c7, 2147943623 and -2147023673 are one. A number
may have a minus (-5); what looks like a field and is none goes in quotation marks ("foo:bar").
A query that begins with a minus stands behind --:
  autopilot-triage search DiagLogs.zip -- -2147023673

  --password TEXT   for encrypted zip entries
  --language CODE   tells all of it in another language: de (English without it)
  -h, --help        this text

Exit code: 0 done, 1 a rule or one of its tests failed, 2 bad input, a mistake in a template, or a file that is not
to be replaced (one line on standard error says what and why), 3 a name was left in what --redact was to print;
nothing was printed.
Nothing leaves this machine.
`;
