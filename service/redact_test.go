package service

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestNamesOfSecrets(t *testing.T) {
	for _, name := range []string{"api_key", "apiKey", "x-api-key", "APIKey", "apikey", "IBMApiKey", "registrationToken", "registration_token", "passphrase", "clientSecret",
		"client-secret", "privateKey", "clientPrivateKey", "consumerKey", "encryptionKey", "secretAccessKey", "AWSAccessKeyId", "accessKeyId", "password", "newPassword2", "PASSWORD",
		"X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token", "sig", "signature", "Authorization", "Proxy-Authorization", "Set-Cookie", "X-Auth-Token", "tokenValue", "credentials",
		"dbPass", "pwd", "jwt", "accesstoken", "userpassword", "refreshToken", "passwordBase64"} {
		assert.True(t, secretName(name), name)
	}
	for _, name := range []string{"tokenExpirySecs", "keyCount", "monkey", "keepCdc", "primaryKeyCount", "primaryKey", "key", "keyspaceType", "publicKey", "tokenType", "passwordPolicy", "hasPassword",
		"isTokenValid", "secretName", "billingApiKeySecretId", "paginationCookie", "nextPageToken", "tokenizer", "authType", "authenticationStatus", "design", "passCount", "bypass", "compass",
		"encryptionKeyId", "X-Amz-Date", "X-Amz-Expires", "X-IBM-Tenant-Id", "IBM_CREDENTIALS_FILE", "", "12"} {
		assert.False(t, secretName(name), name)
	}
	op := &api.GetProtectionPolicies
	for i := range op.Params {
		assert.False(t, secretName(op.Params[i].Name), op.Params[i].Name)
	}
}

// TestNoBodyShowsASecret has S3cr where nobody may see it, and shown where everybody may.
func TestNoBodyShowsASecret(t *testing.T) {
	for _, body := range []string{
		`{"api_key":"S3cr\"S3cr","n":"shown"}`, `{"n":"shown","credentials":{"password":"S3cr","user":"shown"}}`, `{"credentials":"S3cr","n":"shown"}`,
		`{"snapshotId":"eyJhbGciOiJS3cr.S3cr.S3cr","n":"shown"}`, `{"snapshotId":"Bearer S3cr.x","n":"shown"}`, `{"n":"shown","jwt":1,"x":"eyJhbGciOiJS3cr.S3cr.S3cr"}`, `["shown","-----BEGIN RSA PRIVATE KEY-----\nS3cr\n-----END RSA PRIVATE KEY-----\nshown"]`,
		`{"x":"Bearer S3cr.x","y":"Basic S3crdTpw","n":"shown"}`, `{"n":"shown","x":"{\"password\":\"S3cr\",\"a\":[\"shown\"]}"}`,
		`{"n":"shown","x":"{\"a\":\"{\\\"password\\\":\\\"S3cr\\\"}\"}"}`, `{"name":"apiKey","value":"S3cr","n":"shown"}`, `{"n":"shown","x":"https://u:S3cr@host/shown"}`,
		`{"n":"https://cos/shown?x=shown&X-Amz-Signature=S3cr&X-Amz-Credential=S3cr/1&y=shown"}`, `{"password":{"a":["S3cr"]},"n":"shown"}`,
		// Pairs of a name and values, in any order, and bare texts.
		`{"value":"S3cr","key":"password","n":"shown"}`, `{"n":"shown","value":1234,"Name":"x-api-key"}`, `{"name":"password","values":["S3cr",{"a":"S3cr"}],"n":"shown"}`,
		`{"n":"shown","name":"password","stringValue":"S3cr"}`, `[{"value":{"value":"S3cr","key":"token"},"key":"secret"},{"value":"shown","key":"policy"}]`,
		`{"stringValue":"S3cr","n":"shown","x":{"value":"S3cr","n":"shown","type":"password"},"intValues":["S3cr"],"key":"clientSecret"}`,
		`{"authHeaders":[{"key":"X-Any","value":"S3cr"},{"value":"S3cr","key":"shown"}],"n":"shown"}`, `{"credentials":["S3cr",["S3cr"],{"user":"shown","value":"S3cr"}],"n":"shown"}`, `{"n":"shown","value":"{\"value\":\"S3cr\",\"name\":\"password\"}"}`,
		// Cut, or no JSON.
		`{"n":"shown","password":"S3cr`, `"S3crets":1,"apiKey" : "S3cr","n":"shown"`[12:], `{"password":12S3cr,"n":1`, `{"password":"S3cr \\\"S3cr","n":"shown"`,
		`{"n":"shown","x":"{\"password\":\"S3cr\\\"S3cr\",\"b\":\"shown\"}"`, `{"clientSecret":{"a":"S3cr","b":["S3cr"]},"n":"shown"`, `{"clientSecret":{"a":"S3cr`,
		`user=shown&password=S3cr&n=shown`, `user=shown&api%5Fkey=S3cr`, `password%3DS3cr&n=shown`, `%7B%22n%22%3A%22shown%22%2C%22password%22%3A%22S3cr%22%7D`,
		"n: shown\nx-api-key: S3cr S3cr\nn: shown", "password=S3cr S3cr\nshown", `<a><password type="x">S3cr</password><n>shown</n></a>`,
		"shown eyJS3cr.S3cr", "-----BEGIN PRIVATE KEY-----\nS3cr", `{"k":"shown-----BEGIN EC PRIVATE KEY-----\nS3cr`, "shown AUTHORIZATION: bearer S3cr", `{'n':'shown','apiKey':'S3cr'}`,
		"see https://user:S3cr/S3cr@host/shown", "token%20eyJS3cr shown", `[1,"shown"] {"password":"S3cr"}`,
	} {
		got := string(RedactBody([]byte(body), nil))
		assert.NotContains(t, got, "S3cr", body)
		if strings.Contains(body, "shown") {
			assert.NotContains(t, got, "1234")
			assert.Equal(t, strings.Count(body, "shown"), strings.Count(got, "shown"), "%s became %s", body, got)
		}
		if json.Valid([]byte(body)) {
			assert.True(t, json.Valid([]byte(got)), got)
		}
		assert.NotContains(t, string(RedactBody([]byte(got), nil)), "S3cr")
	}
	for _, body := range []string{`{"objects":[{"snapshotId":"eyJvYmplY3QiOjIwMn0"}]}`, `{"tokenExpirySecs":3600,"keyCount":2,"big":9007199254740993.10,"url":"https://h:1/a@b?page=2&cookie=","x":"Basic authentication with a bearer token."}`,
		`{"value":"x","key":"policy","credentials":{"user":"u","on":true}}`, `{"value":null,"key":"password"}`, `{"n":1`, "no secret", "https://[::1]:80/a@b"} {
		got := string(RedactBody([]byte(body), nil))
		assert.Equal(t, strings.ReplaceAll(body, "cookie=", "cookie="), got)
	}
}

func TestHeadersShowNoSecret(t *testing.T) {
	for name, values := range map[string][2]string{
		"Location":         {"https://cos/a?X-Amz-Signature=S3cr&t=S3cr#S3cr=1", "https://cos/a?X-Amz-Signature=[hidden]&t=[hidden]&S3cr=[hidden]"},
		"Content-Location": {"/a?sig=S3cr", "/a?sig=[hidden]"},
		"Refresh":          {"5; url=https://u:p@h/a?x=S3cr", "5; url=https://[hidden]@h/a?x=[hidden]"},
		"Link":             {`<https://h/a?x=S3cr>; rel="next", </b?y=S3cr>; rel="last"`, `<https://h/a?x=[hidden]>; rel="next", </b?y=[hidden]>; rel="last"`},
		"X-Api-Key":        {"S3cr", hidden}, "Cookie": {"S3cr", hidden}, "X-Other": {"Bearer S3cr1", "Bearer " + hidden}, "Accept": {"application/json", "application/json"},
	} {
		assert.Equal(t, values[1], redactHeader(name, values[0]), name)
	}
}

func TestAddressesShowNoPassword(t *testing.T) {
	u, err := url.Parse("https://user:S3cr@host/a?x=1&api_key=S3cr&sig=S3cr#access_token=S3cr")
	require.NoError(t, err)
	assert.Equal(t, "https://[hidden]@host/a?x=1&api_key=[hidden]&sig=[hidden]#access_token=[hidden]", RedactURL(u, nil))
	for _, address := range []string{"https://user:S3cr@host", "user:S3cr@host", "https://S3cr@host", "https://user:S3cr/@S3cr@host", "https://us er:S3cr@host", "ftp://user:S3cr@host", "https://host?sig=S3cr"} {
		assert.Error(t, CheckURL(address))
		assert.NotContains(t, CheckURL(address).Error(), "S3cr", address)
	}

	for address, want := range map[string]string{
		"https://h/#token=S3cr": "https://h/#token=[hidden]", "h:443:token=S3cr": "h:[hidden]", "u:S3cr": "u:[hidden]", "https://u:S3cr/x": "https://u:[hidden]/x",
		"https://h:443/a": "https://h:443/a", "https://[::1]:443/a": "https://[::1]:443/a", "h:443": "h:443",
	} {
		assert.Equal(t, want, RedactAddress(address))
	}
	u, err = url.Parse("https://h/a?policyNames=token%3DS3cr&b=c%3Dd&x=https%3A%2F%2Fu%3AS3cr%40h")
	require.NoError(t, err)
	assert.Equal(t, "https://h/a?policyNames=[hidden]&b=c%3Dd&x=[hidden]", RedactURL(u, nil))
	for text, want := range map[string]string{
		"Refused: apikey=S3cr is wrong.": "Refused: apikey=[hidden] is wrong.", "password: S3cr.": "password: [hidden].", `The "password": "S3cr" is wrong.`: `The "password": "[hidden]" is wrong.`,
		"the token=S3cr, and more": "the token=[hidden], and more", "secret: abcdefghijklmnop": "secret: [hidden]", "See https://h/#token=S3cr .": "See https://h/#token=[hidden] .",
		"The token: expired. Password: 12 letters.": "The token: expired. Password: 12 letters.", "name: S3cr": "name: S3cr", "The token": "The token", "token=": "token=",
	} {
		assert.Equal(t, want, RedactText(text))
	}

	t.Setenv("HTTPS_PROXY", "http://user:S3cr/x y@proxy:1")
	_, err = url.Parse(os.Getenv("HTTPS_PROXY")) // as net/http does
	require.Error(t, err)
	for _, err := range []error{err, errors.New(`invalid proxy address "http://user:S3cr/x y@proxy:1": parse`), &url.Error{Op: "Get", URL: "https://h/a?X-Amz-Signature=S3cr&b=1", Err: http.ErrHandlerTimeout}} {
		assert.NotContains(t, RedactText(err.Error()), "S3cr")
	}
	assert.Equal(t, "The password: it is too short. See https://h:1/a?b=1, name@example.com.", RedactText("The password: it is too short. See https://h:1/a?b=1, name@example.com."))
}

// FuzzRedactedText plants a secret in a document under a secret name, escaped to some depth, and cuts and mutates around it.
func FuzzRedactedText(f *testing.F) {
	f.Add("a", "b", uint8(0), uint16(0), uint16(9999))
	f.Add(`{"x":`, `}`, uint8(1), uint16(3), uint16(60))
	f.Add(`{"x":"`, `"}`, uint8(2), uint16(3), uint16(60))
	f.Add(`<a>`, `\"}`, uint8(3), uint16(1), uint16(40))
	f.Add(`https://u:p@h?`, `&x`, uint8(4), uint16(1), uint16(40))
	f.Add(`\`, `\\\"`, uint8(5), uint16(1), uint16(40))
	const secret = "ZqS3cretqZ"
	f.Fuzz(func(t *testing.T, before, after string, how uint8, from, to uint16) {
		planted := []string{`"password":"` + secret + `"`, ` "clientSecret" : {"a": ["` + secret + `"]}`, `"Authorization: Bearer ` + secret + `"`, `&api_key=` + secret, ` eyJ` + secret + `.` + secret,
			"-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----"}[how%6]
		if how/6%3 > 0 { // JSON in a text
			quoted := strconv.Quote(`{"a":1,` + planted + `}`)
			if how/6%3 > 1 {
				quoted = strconv.Quote(`{"b":` + quoted + `}`)
			}
			planted = quoted
		}
		if strings.Contains(before+after, "Z") || strings.HasSuffix(before, "<") {
			return
		}
		if strings.TrimRight(before, "_-.%0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != before && before != "" {
			before += " " // the name of the secret is a word of its own
		}
		doc := before + planted + after
		at := strings.Index(doc, planted)
		a, z := min(int(from), at), max(len(doc)-int(to), strings.Index(doc, secret)+3)
		doc = doc[a:max(a, z)]
		if out := string(RedactBody([]byte(doc), nil)); strings.Contains(out, "ZqS") {
			t.Fatalf("%q shows the secret: %q", doc, out)
		}
	})
}

// TestTextsAreShownButForTheirSecrets checks what is left of texts: as messages, where a word behind a name is none, and as what goes over the
// network, where whatever stands behind a secret name is one.
func TestTextsAreShownButForTheirSecrets(t *testing.T) {
	for _, test := range []struct{ text, message, trace string }{
		{"a -----BEGIN PRIVATE KEY-----\nMIIx\n-----END PRIVATE KEY----- b", "a [hidden] b", "a [hidden] b"},
		{"-----BEGIN CERTIFICATE-----\nMIIx\n-----END CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\nMIIx\n-----END CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\nMIIx\n-----END CERTIFICATE-----"},
		{"a -----BEGIN RSA PRIVATE KEY-----\nMIIx", "a [hidden]", "a [hidden]"},
		{"a -----BEGIN PRIVATE KEY-----\nM\n-----END PRIVATE KEY b", "a [hidden]", "a [hidden]"},
		{"Bearer  abc123DEF456ghi789 end", "Bearer  [hidden] end", "Bearer  [hidden] end"},
		{"bearer token", "bearer token", "bearer token"},
		{"Basic Authentication", "Basic Authentication", "Basic Authentication"},
		{"Bearer abcdefghijklmnop", "Bearer abcdefghijklmnop", "Bearer abcdefghijklmnop"},
		{"Bearer abcdefghijklmnopq", "Bearer [hidden]", "Bearer [hidden]"},
		{"Bearer a1 x", "Bearer [hidden] x", "Bearer [hidden] x"},
		{"Bearer%20abc123DEF", "Bearer%20[hidden]", "Bearer%20[hidden]"},
		{"Bearer+abc123DEF", "Bearer+[hidden]", "Bearer+[hidden]"},
		{"xBearer abc123DEF", "xBearer abc123DEF", "xBearer abc123DEF"},
		{"Bearer", "Bearer", "Bearer"},
		{"Bearer ", "Bearer ", "Bearer "},
		{"<password>x</password><name>y</name>", "<password>[hidden]</password><name>y</name>", "<password>[hidden]</password><name>y</name>"},
		{"<password>x", "<password>x", "<password>[hidden]"},
		{"<password", "<password", "<password"},
		{`<a password="x" b="y">`, `<a password="[hidden]" b="y">`, `<a password="[hidden]" b="y">`},
		{"password=x&name=y", "password=[hidden]&name=y", "password=[hidden]&name=y"},
		{"password%3Dx", "password%3D[hidden]", "password%3D[hidden]"},
		{"password: x", "password: x", "password: [hidden]"},
		{`"password":"x","a":1`, `"password":"[hidden]","a":1`, `"password":"[hidden]","a":1`},
		{`{\"password\":\"x\",\"a\":1}`, `{\"password\":\"[hidden]\",\"a\":1}`, `{\"password\":\"[hidden]\",\"a\":1}`},
		{`"password": 12, "a": 1`, `"password": 12, "a": 1`, `"password": [hidden], "a": 1`},
		{`"password": true, "a"`, `"password": true, "a"`, `"password": [hidden], "a"`},
		{`"password":null,"a":1`, `"password":null,"a":1`, `"password":[hidden],"a":1`},
		{`"password":-1.5e+3}`, `"password":[hidden]}`, `"password":[hidden]}`},
		{"password=true&x=1", "password=[hidden]&x=1", "password=[hidden]&x=1"},
		{`"password":{"a":{"b":"}"},"c":[1]},"d":2`, `"password":[hidden],"d":2`, `"password":[hidden],"d":2`},
		{`"password":[1,[2]],"d":2`, `"password":[hidden],"d":2`, `"password":[hidden],"d":2`},
		{`"password":["x"`, `"password":[hidden]`, `"password":[hidden]`},
		{"%22password%22%3A%22x%22%2C%22a%22", "%22password%22%3A%22[hidden]%22%2C%22a%22", "%22password%22%3A%22[hidden]%22%2C%22a%22"},
		{"%22password%22%3A%22x", "%22password%22%3A%22[hidden]", "%22password%22%3A%22[hidden]"},
		{"?token=abc&x=1", "?token=[hidden]&x=1", "?token=[hidden]&x=1"},
		{"?a=1&token=abc#f", "?a=1&token=[hidden]#f", "?a=1&token=[hidden]#f"},
		{"#token=abc", "#token=[hidden]", "#token=[hidden]"},
		{"x token=abc y", "x token=[hidden] y", "x token=[hidden]"},
		{"the token: short", "the token: short", "the token: [hidden]"},
		{"the token: a1", "the token: [hidden]", "the token: [hidden]"},
		{"the token: 1234", "the token: 1234", "the token: [hidden]"},
		{"the token: abcdefghijklmnop1", "the token: [hidden]", "the token: [hidden]"},
		{"the password: abcdefghijklmnop.", "the password: [hidden].", "the password: [hidden]"},
		{"the token:abc1", "the token:[hidden]", "the token:[hidden]"},
		{"filter[password]=x&b=1", "filter[password]=x&b=1", "filter[password]=[hidden]&b=1"},
		{"filter%5Bpassword%5D=x", "filter%5Bpassword%5D=x", "filter%5Bpassword%5D=[hidden]"},
		{"password=>x", "password=>x", "password=>[hidden]"},
		{"https://a:b@h/", "https://[hidden]@h/", "https://[hidden]@h/"},
		{"https://a:b/c@h/", "https://[hidden]@h/", "https://[hidden]@h/"},
		{"https://[::1]/", "https://[::1]/", "https://[::1]/"},
		{"https://h:80/x@y", "https://h:80/x@y", "https://h:80/x@y"},
		{"https://h/x@y", "https://h/x@y", "https://h/x@y"},
		{"%5Fpassword=x", "%5Fpassword=[hidden]", "%5Fpassword=[hidden]"},
		{"pass%77ord=x", "pass%77ord=[hidden]", "pass%77ord=[hidden]"},
		{"%", "%", "%"},
		{"%4", "%4", "%4"},
		{"%zz=1", "%zz=1", "%zz=1"},
		{"password", "password", "password"},
		{"password=", "password=", "password="},
		{"password:", "password:", "password:"},
		{"password =x", "password =x", "password =[hidden]"},
		{"'password': 'x y', 'a': 1", "'password': '[hidden]', 'a': 1", "'password': '[hidden]', 'a': 1"},
	} {
		assert.Equal(t, test.message, redactText(test.text, false), test.text)
		assert.Equal(t, test.trace, redactText(test.text, true), test.text)
	}
}

// TestDataInASentenceHidesItsSecrets checks messages that quote data: a refusal with the JSON, the XML or the address that was refused.
func TestDataInASentenceHidesItsSecrets(t *testing.T) {
	const word = "hunter"
	for _, text := range []string{
		`cannot read {"password": "hunter"} here`, `cut: {"a":[{"passWord": "hunter`, `a list: {"tokens": ["hunter","x"]}`, `nested: {"apiKey": {"value":"hunter"}}`, `escaped: {\"password\":\"hunter\"}`,
		"on lines: \"password\":\n\n   \"hunter\"", `as in Ruby: {"password" => "hunter"}`, `single: {'password': 'hunter'}`, `<a><masterKey>hunter</masterKey></a>`, `<a><masterKey x="1">hunter</masterKey></a>`,
		`https%3A%2F%2Fh.example%2Fx%3FapiKey%3Dhunter%26b%3D2`, `%7B%22storageKey%22%3A%22hunter%22%7D`, `https%3A%2F%2Fme%3Ahunter%40h.example%2Fx`, `https%3a%2f%2fme%3ahunter%40h.example`,
		"<apiKeys>hunter</apiKeys>", "<ns1:masterKey>hunter</ns1:masterKey>", "<masterKey><![CDATA[hunter]]></masterKey>", "<v:masterKey><![CDATA[<hunter", "?apiKeys=hunter", `"sharedKeys": "hunter"`,
		`key=-----BEGIN%20PRIVATE%20KEY-----%0Ahunter%0A`, `key=-----BEGIN+RSA+PRIVATE+KEY-----%0Ahunter%0A-----END+RSA+PRIVATE+KEY-----`,
	} {
		assert.NotContains(t, redactText(text, false), word, text)
		assert.NotContains(t, redactText(text, true), word, text)
	}
	for _, text := range []string{"password = hunter2", "password   =   hunter2", "pwd => hunter2", "authToken := hunter2", "token : hunter2"} {
		assert.NotContains(t, redactText(text, false), word, text)
	}
	for _, text := range []string{
		"password = of", "the token => a word", "The field \"password\": it must not be empty.", "Usage: login <user> <password> and no more", "a:token> or <:token, <password>, <password> and <a:password> </a>", "the 'token' is missing", "see https%3A%2F%2Fh.example%2Fx%3Fa%3Db%40c", "-----BEGIN%20CERTIFICATE-----%0Ax",
	} {
		assert.Equal(t, text, redactText(text, false))
	}
}

// TestRedactionCostsNoMoreThanTheSizeOfAText has texts of one MiB in which something begins again and again and never ends. Each took from seconds to
// minutes while the rest of the text was looked through every time.
func TestRedactionCostsNoMoreThanTheSizeOfAText(t *testing.T) {
	for _, piece := range []string{
		"://", "://a:b", "://@", "://a:b/c", "://[:", "%3A%2F%2F", "%3a%2f%2fx", `"password":`, "%22password%22%3A%22", "%22password%22:", "password%3D%22", "password: x\n",
		"<password", "<password>", "<password x", "<a:password>", "<password></passwor", "<password><![CDATA[",
	} {
		text := strings.Repeat(piece, 1<<20/len(piece))
		for _, pairs := range []bool{false, true} {
			begun := time.Now()
			redactText(text, pairs)
			assert.Less(t, time.Since(begun), 5*time.Second, piece)
		}
	}
}

// TestNamesThatHoldSecretsBesideOthers checks which objects are looked into instead of hidden as a whole.
func TestNamesThatHoldSecretsBesideOthers(t *testing.T) {
	for name, is := range map[string]bool{"credentials": true, "sqlCredentials": true, "credentialsList": true, "authHeaders": true, "headers": false, "list": false, "listCredentials": true, "hostList": false, "credential": false, "authToken": false, "": false, "headersAuth": false} {
		assert.Equal(t, is, collection(name), name)
	}
}

func TestAddressesWithPasswordsAreShownWithout(t *testing.T) {
	for address, want := range map[string]string{
		"https://me:secret@host/x": "https://" + hidden + "@host/x", "me:secret@host": hidden + "@host", "@host": hidden + "@host", "://me@host": "://" + hidden + "@host",
		"https://host:8443/x": "https://host:8443/x", "https://[::1]:8443/": "https://[::1]:8443/", "host:secret": "host:" + hidden, "https://me:secret": "https://me:" + hidden, "": "",
	} {
		assert.Equal(t, want, RedactAddress(address), address)
	}
	t.Setenv("HTTPS_PROXY", "http://me:four@proxy:3128")
	assert.Equal(t, "no route to "+hidden+"@proxy", RedactText("no route to me:four@proxy"))
	assert.NotContains(t, RedactText("the password four was refused"), "four")
	t.Setenv("HTTPS_PROXY", "http://me:www@proxy:3128")
	assert.Equal(t, "www.example.com was not found", RedactText("www.example.com was not found"), "a password as short as a word is one")
}

func TestBytesOfNames(t *testing.T) {
	var names []byte
	for c := range 256 {
		if isNameByte(byte(c)) {
			names = append(names, byte(c))
		}
	}
	assert.Equal(t, "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", string(names))
}
