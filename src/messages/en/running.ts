export const running = {
  'running.option-only':
    'confine the audit to unit=, controller=, function=, rule= (repeatable; rules narrow the others); the rest is not selected, and the conclusion is inconclusive at best',
  'running.option-every':
    'how often to look in the window, e.g. 500ms; a rule that needs to look more often is then unknown',
  'running.bad-selector':
    '--only takes unit=U100, controller=SIS, function=SIF-101 or rule=esd-in-service, not "{written}"',
  'running.no-such-id': '--only {kind}={id}: there is none of that id{hint}; there are: {known}',
  'running.not-selected': 'not selected in this audit',
  'running.mark-only': 'A PART OF THE PLANT ONLY: {only}',
  'running.planned': '{controllers} controllers, window {window} s, about {left} s in all',
  'running.overall': '{elapsed} s so far, about {left} s left; read for {read}/{required} functions',
  'running.overall-late': '{elapsed} s so far, waiting for answers; read for {read}/{required} functions',
  'running.judging': 'everything is read; judging {judgements} times…',
  'running.row-waiting': '{id}  {endpoint}  waiting for an answer',
  'running.row-round': '{id}  {endpoint}  {read}/{asked} points  round {round}/{of}  about {left} s left',
  'running.probed': '{elapsed} s so far; probed {done}/{of}',
  'running.row-probed': '{id}  {endpoint}  {said}',
  'running.row-answered': 'answered',
} as const;
