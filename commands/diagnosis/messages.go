package diagnosis

import (
	"regexp"
	"strings"
	"sync"
)

// What a message is about, by its words. The service does not document its messages, and passes on those of hosts, databases and libraries: the
// patterns are of words that such programs have in common, not of sentences, and of several that match the first one counts.

// words are kinds with regular expressions, the most telling kinds first.
var words = []struct {
	kind Kind
	expr string
}{
	{Canceled, `\b(cancel+ed|cancel+ation|abort(ed)?|terminat(ed|ion)|stop(ped)?|killed)\b.{0,30}\b(by|from|at|on|via)\b.{0,25}\b(user|admin\w*|operator|request|person|someone|ui|console)\b|\b(user|admin\w*|operator)\b.{0,40}\b(cancel|abort|stop|terminat)|cancel+ation (was |is )?request|\b(cancel+ed|aborted|stopped|terminated|killed) manually|manually (cancel+ed|aborted|stopped|terminated|killed)|\b(run|recovery|task|job|copying|operation|backup|restore)\b.{0,12}\b(was|been|is|got)\b.{0,12}\bcancel+ed\b`},
	{License, `\blicen[sc](e|es|ed|ing)\b|\bentitle(ment|d)|subscription.{0,30}(expired|ended|inactive|suspended|lapsed)|\b(evaluation|trial) (period|version|licen)`},
	{Quota, `\bquotas?\b|\b(tenant|account|project|bucket|user|storage|organi[sz]ation)\b.{0,24}\b(limit|allowance|allotment)\b.{0,30}(reach|exceed|hit|used)|resource exhausted`},
	{Certificate, `\bcertificates?\b|\bx\.?509\b|\b(tls|ssl)\b.{0,30}(handshake|alert|error|fail|verif|trust)|(handshake|verif\w*).{0,20}\b(tls|ssl)\b|self.?signed|\bcerts?\b|unknown (certificate )?authority|certification path|\bpkix\b|subject alternative|trust anchor`},
	{VSS, `\bvss\b|volume shadow|shadow (cop|storage)|0x8004230|0x8004231|\bvssadmin\b|\bwriters?\b.{0,60}(fail|state|timed|error|stable|retry)|quiesc|\b(freez|thaw)\w*\b|\b(volume|vm|lvm|file ?system|storage|guest|disk|consistent)[ -]snapshot|snapshot (set|provider|writer)|snapshot of (the )?(volume|vm|file ?system|disk)|snapshot error|\blv(m|create)\b|device.mapper`},
	{NotInSnapshot, `\bnot\b.{0,24}\b(in|of|from|inside|within)\b (the |this |that |any )?(selected |chosen |given |requested )?(snapshot|backup|archive|recovery point|restore point|index|image|catalog\w*)\b|\b(absent|missing) (from|in)\b.{0,24}\b(snapshot|backup|archive|point|image|catalog\w*)\b|\bnever\b.{0,24}\b(part of|in|included|backed up)\b|\bno (files?|items?|entries|objects?) (matched|found)\b.{0,24}\b(backup|snapshot|image|archive|point|catalog\w*)\b`},
	{Exists, `already (exist|present|there)|\bsame name\b|not (be )?replaced|\bnot empty\b|left (alone|untouched|in place)|exists already|\bfile exists\b|\beexist\b|not overwrit|overwrit.{0,40}(not|disabled|\boff\b|false|denied|disallow|prohibit|forbid|refus)|(without|cannot|can't|would|refus\w*|declin\w*|skip\w*).{0,30}overwrit`},
	{Space, `no space|not (have |enough |got )?(\w+ )?sufficient.{0,24}\b(space|capacity|storage|room)\b|\b\d[\d.,]* ?([kmgtp]i?b|bytes?) (is |are |of space )?(free|available|left|remaining)|(cannot|could not|unable to|failed to) allocate.{0,40}\b(space|storage|datastore|disk|blocks?|extents?)\b|\benospc\b|no (free |more )?room|not enough.{0,30}\b(space|capacity|room|storage)\b|insufficient.{0,24}\b(space|capacity|storage|disk)\b|\b(out of|ran out of|runs? out of|lack of|lacks?|low on|short of)\b.{0,14}\b(space|capacity|room|storage|disk)\b|\b(disk|drive|device|volume|filesystem|file system|storage|datastore|repository|pool|partition|lun|target|vault|bucket|cluster|destination|view|domain)\b.{0,30}\b(is|are|was|were|became|becomes|went|100 ?%|99 ?%|reported|almost|nearly|completely|critically)\b.{0,12}\bfull\b|\b(disk|drive|device|volume|filesystem|file system|storage|datastore|repository|pool|partition)[ -]full\b|\bfull (disk|drive|volume|filesystem|file system|storage|repository|partition)\b|\b(space|capacity)\b.{0,40}(exhaust|exceed|deplet|used up|unavailable|below|run(s|ning)? out|insufficient|threshold|limit|left|required)|(exhausted|exceeds|exceeded|exceeding|depleted|reached)\b.{0,40}\b(disk|storage|space|capacity)\b|0x80070070`},
	{Connector, `\b(connectors?|gateways?|proxy|proxies|tunnel|relay|hybrid extenders?|saas connection|data plane)\b.{0,70}(not (currently )?(connect|reach|respond|avail|run|heard|health|active|up\b)|disconnect|offline|\bdown\b|unavailab|unreach|unhealthy|cannot|could not|no heartbeat|lost|dropped|inactive|stopped|lapsed|stale|detached|\b(zero|no) healthy)|\b(no|none|without|lost|unable|failed|cannot|could not|waiting)\b.{0,60}\b(connectors?|proxies)\b|\bno\b.{0,30}\b(gateway|proxy|relay)\b|\b(lost|no|unable|failed|cannot|could not)\b.{0,30}\b(to|with) the (connector|gateway|proxy|relay|tunnel)`},
	{Credentials, `\b(log.?[io]n|sign.?in|sign.?on|authenticat\w*|credentials?|passwords?|passphrase|user ?names?|kerberos|bearer|access key|private key|service account|(auth|access|security|session|api|account) token)\b.{0,60}(fail|invalid|incorrect|wrong|reject|denied|expired|\bbad\b|not (be )?(valid|accept|recogni|authenticat|match|correct)|unknown|mismatch|locked|disabled|refused|error|unable|no longer|revoked)|(fail|invalid|incorrect|wrong|reject|denied|expired|\bbad\b|unknown|unable|could not|cannot|refused|revoked|not accepted)\w*.{0,50}\b(log.?[io]n|log on|log in|sign in|authenticat\w*|credentials?|passwords?|user ?names?|access key|kerberos|private key|service account)\b|unauthori[sz]ed|unauthenticated|\b401\b|\baccount\b.{0,40}(locked|disabled|expired|restrict)|publickey|0x8007052e|\bkdc|krb5|pre-?auth`},
	{Permission, `permission.{0,20}(denied|missing|lack|required|insufficient|not)|access.{0,20}\b(denied|refused|forbidden)|denied access|operation not permitted|\be(acces|perm)\b|insufficient.{0,20}(privilege|permission|right|access)|(lack|missing|without|require|need)\w*.{0,40}\b(privileges?|permissions?|rights?)\b|\b(privileges?|rights?)\b.{0,30}(missing|required|insufficient|not|denied)|0x80070005|\bforbidden\b|\b403\b|not (have|possess|hold)\b.{0,40}\b(permissions?|privileges?|rights?|access)\b|not (authorized|allowed|permitted|privileged)\b|read.?only (file ?system|volume|mount)|not (readable|writable|writeable) (by|for)\b`},
	{Lock, `used by another|sharing violation|\b(is|are|was|were|file|files|been|currently|exclusively)\b.{0,20}\blocked\b|\blocked by\b|\blocked (a|the|portion|region|file)|\b(files?|documents?|databases?|mailbox|resource|device|\w+\.\w{2,4})\b.{0,40}\b(is|are|was|were|still|already|currently|being|been|held|kept|left)\b.{0,16}\b(open|in use|busy)\b|text file busy|\be(txt)?busy\b|resource busy|another (process|program|application)|0x8007002[01]|exclusive(ly)?.{0,20}(lock|open|access|use)|\bopen files?\b|\bopened exclusively\b|\bfiles? (is|are|was|were) active\b|\b(shrank|shrunk|grew|truncated) (by|while|during)|changed (while|during|as|since)|modified (while|during)|in use by`},
	{Network, `network (path|name)\b|0x800706ba|0x80070035|\b(1005[134]|1006[01])\b`},
	{ReadError, `\b(i/o|io|input/output|read|disk|media|hardware|crc|ecc|data) errors?\b.{0,60}(disk|device|block|sector|drive|volume|media|read)|input/output error|\beio\b|cyclic redundancy|\bbad (block|sector|disk)|unreadable (block|sector|disk)|\bblock corrupt|(disk|drive|device|volume|media)\b.{0,40}(corrupt|damaged|not ready|unreadable|dirty|failing)|\bchkdsk\b|\bfsck\b|0x80070017`},
	{Memory, `out of memory|not enough memory|insufficient memory|cannot allocate memory|\bmemory\b.{0,30}(exhaust|exceed|limit|alloc\w* fail)|\boom\b|oom.?kill|\benomem\b|bad_?alloc|heap space`},
	{Path, `no such (file|dir|path|folder)|\b(items?|selection|selected \w+)\b.{0,30}(could not|cannot|can ?not|not) be (found|located)|\bnone of\b.{0,40}(found|located|exist)|\benoent\b|\b(files?|director(y|ies)|folders?|paths?|mount ?points?|shares?)\b.{0,80}(not (be )?(found|exist|present|there|accessible|available|resolve|locate|valid)|n.t exist|not exist|missing|invalid|no longer|\bgone\b|vanished|disappeared)|(cannot|could not|can't|couldn't|unable to|failed to|did not) (find|locate|stat|lstat|enumerate|resolve|open)\b.{0,40}\b(files?|director|folders?|paths?)|\b(missing|invalid|unknown|nonexistent|non-existent) (source |include\w* |backup )?(file|director|folder|path)|cannot find the (file|path)|0x8007000[23]|nothing matched|not a directory`},
	{SnapshotGone, `\b(backup|image|snapshot) (id|key|name|uuid)\b.{0,30}(unknown|not found|invalid|pruned)|\b(snapshot|recovery point|restore point|backup (image|copy|version|set)|image)\b.{0,60}(expired|no longer|not (be )?(found|exist|avail|valid|present|located)|n.t exist|deleted|removed|pruned|missing|\bgone\b|garbage|purged)|no such (snapshot|recovery point|restore point|backup|image)|(expired|deleted|missing|purged|unknown) (snapshot|recovery point|restore point|backup image)`},
	{Gone, `\b(object|database|db|vm|virtual machine|namespace|source|entity|instance|mailbox|workload|resource|protected item|item|project)\b.{0,60}(no longer|not (be )?(found|exist|present|there|avail|discover|located|visible)|n.t exist|deleted|removed|dropped|missing|\bgone\b|not there|detached)|no such (object|database|vm|namespace|entity|instance|resource)|(deleted|removed|dropped|unknown|missing|cannot find|could not find|unable to find) (the )?(object|database|vm|namespace|entity|instance)|\bnamespaces? ".{1,80}" not found|(locate|find)\b.{0,20}\bentry\b.{0,40}\b(database|object|vm|instance)|no entry found`},
	{Timeout, `(waiting|waited).{0,60}(time|expire|longer)|time[sd]?[ -]?out.{0,40}(waiting|wait|after|while|reached|exceeded|period|expired|of)|deadline|did not (finish|complete|end|return|report|make).{0,40}(within|in time|before|after|in \d)|(exceed|longer than|more than|reach)\w*.{0,40}\b(time ?out|time limit|time allowed|allowed time|duration|minutes|hours|seconds|window|maximum run)|took too long|\bstalled\b|\bhung\b|watchdog|0x800705b4|(has|have) not (made|reported).{0,20}progress|no progress|max(imum|\.)? (duration|run ?time)|after running for|no (bytes|data) (were |was )?received|\boperation timed out\b|\brequest timed out\b`},
	{Agent, `\b(agents?|data ?mover)\b.{0,70}(abnormal|inconsistent|exited|terminated|not (respond|run|reach|avail|connect|health|answer|be |start|heard)|unreach|offline|\bdown\b|stopp|unavailab|no response|no heartbeat|heartbeat|lost|unresponsive|could not|cannot|crash|refus|timed|unhealthy|degraded)|\bagents?\b.{0,16}\b(fail\w*|errors?|faults?)\b|\bagents? (reported|returned|raised|hit|encountered)\b|(connect|reach|contact|communicat|talk|\bping|heartbeat|response|respon[ds]|handshake|hear|answer)\w*\b.{0,40}\bagents?\b|\bno agent\b|\bagent (service|process|daemon)\b`},
	{Network, `\bconnection\b.{0,50}(reset|refused|closed|abort|lost|drop|broke|timed|interrupt|terminat|fail|unexpected|cut|torn)|(reset|closed|dropped|lost|broke|broken|interrupted|terminated|refused|severed|cut)\b.{0,40}\b(connection|socket|session|link|network|stream|peer|channel|transfer)\b|broken pipe|no route|\bhosts?\b.{0,40}(unreach|\bdown\b|not (be )?(reach|respond|avail|answer)|offline|no response)|\bnetwork\b.{0,50}(unreach|\bdown\b|error|fail|lost|interrupt|drop|not|unavail|problem|issue|path|disrupt|outage|congest)|unexpected eof|\beof\b|\becon\w+|\behost\w+|\benet\w+|\betimedout\b|(unable|failed|fails|could not|cannot|can't|couldn't|not able|not)( to)?( be)? (connect|reach|contact|resolve|establish|communicate)\w*|name resolution|no such host|\bdns\b|socket|dial tcp|connect timeout|\brpc\b.{0,30}(unavail|fail|error)|unreachable|transport|keep.?alive|packet|peer (closed|reset|went|hung)|lost contact|\bping\b|network name|handshak|disconnected from`},
	{Timeout, `time[sd]?[ -]?out|\bno (response|answer|reply|data)\b`},
	{Restart, `\b(service|process|daemon|node|server|system|host|machine|cluster)\b.{0,40}(restart|reboot|shut ?down|crash|stopped|killed|went down|terminated unexpectedly)|(restart|reboot)(ed|ing)?\b.{0,30}\b(during|while)`},
}

// patterns are words, compiled when the first message is looked at.
var patterns = sync.OnceValue(func() []*regexp.Regexp {
	list := make([]*regexp.Regexp, len(words))
	for i, one := range words {
		list[i] = regexp.MustCompile(`(?i)` + one.expr)
	}
	return list
})

// longestMessage is how much of a message is looked at, in bytes, and shown, in characters: the rest of a stack trace would tell of anything.
const longestMessage = 600

// KindOf returns what a message is about, by its words, and "" where they do not tell. A path in the message is no word.
func KindOf(text string) Kind {
	text = inWords(strings.ToValidUTF8(text[:min(len(text), longestMessage)], " "))
	for i, p := range patterns() {
		if p.MatchString(text) {
			return words[i].kind
		}
	}
	return ""
}

// complaints are words of which a message that something went wrong has at least one.
var complaints = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)fail|error|\b(could|can|did|does|is|was|were|has|have|are|do|will|may)( ?not|n't)\b|cannot|unable|denied|refused|reject|timed? ?-?out|deadline|\blost\b|broken|\breset\b|abort|exceed|invalid|expired|unreach|unavailable|no (space|route|such|longer|valid|active)|\bfull\b|exhaust|insufficient|not enough|crash|corrupt|violation|interrupt|unexpected|forcibly|too (long|small|large|many)|missing|locked|wrong|bad\b|dropped|\bgone\b|stalled|busy`)
})

// isComplaint reports whether a message says that something went wrong, and not only what was done: the progress of a run has many that do not.
func isComplaint(text string) bool {
	return complaints().MatchString(text[:min(len(text), longestMessage)])
}

// inWords returns a message with spaces between the words of names such as ERROR_DISK_FULL and QuotaExceeded, and a plain word in the place of
// paths.
func inWords(text string) string {
	text = pathLike().ReplaceAllString(text, "${1}path")
	return camel().ReplaceAllString(strings.ReplaceAll(text, "_", " "), "$1 $2")
}

// camel matches where a word begins inside of another.
var camel = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`([a-z])([A-Z][a-z])`) })

// pathLike matches what looks like a path of Unix or Windows, or a quoted name, of which the words do not count.
var pathLike = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(^|[\s'"(\[=])(/[^\s'":,;)\]]+|[A-Za-z]:\\[^\s'":,;)\]]*|\\\\[^\s'":,;)\]]+)`)
})

// isLink reports whether a message of a kind may come of anything between the service and the data.
func isLink(k Kind) bool {
	return k == Network || k == Timeout || k == Agent || k == Connector
}
