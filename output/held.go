package output

import (
	"io"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// MaxHeld is how many bytes of an answer are held in memory for a query, which needs it as a whole. Ten thousand groups are a tenth
// of it.
const MaxHeld = 256 << 20

// Held returns an answer that ends with an error where it is longer than that many bytes.
func Held(r io.Reader, most int64) io.Reader { return &held{r, most, most} }

type held struct {
	r          io.Reader
	most, left int64
}

func (h *held) Read(p []byte) (int, error) {
	if h.left <= 0 {
		return 0, i18n.NewError("answer.large|The answer is larger than {{.Size}}, which is too large to be held. Narrow what is asked for.", "Size", Bytes(h.most))
	}
	n, err := h.r.Read(p[:min(int64(len(p)), h.left)])
	h.left -= int64(n)
	return n, err
}
