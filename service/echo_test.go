package service

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestSecretsThatAreTooShortToBeTold checks the shortest secret that an answer is searched for.
func TestSecretsThatAreTooShortToBeTold(t *testing.T) {
	short, long := strings.Repeat("s", shortestEcho-1), strings.Repeat("s", shortestEcho)
	assert.Empty(t, secretsInHeaders(http.Header{"Authorization": {"Bearer " + short}}))
	assert.Equal(t, []string{long}, secretsInHeaders(http.Header{"Authorization": {"Bearer " + long}, "Accept": {long + "x"}}))
	assert.Empty(t, secretsInBody([]byte(`{"password":"`+short+`","name":"`+long+`"}`)))
	assert.Equal(t, []string{long}, secretsInBody([]byte(`{"password":"`+long+`"}`)))
	assert.Equal(t, []string{long + `"`, long + `\"`}, secretsInBody([]byte(`{"password":"`+long+`\""}`)), "as it is and as JSON writes it")
}
