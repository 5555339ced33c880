"""A WinRM-like HTTP server made of implementations that are not ours: MIT's GSSAPI (Kerberos, SPNEGO), gss-ntlmssp, and
pyspnego's CredSSP. It answers every authenticated POST with `echo:` and the body it got, sealed when the body was sealed.

    auth_server.py KEY.pem CERT.pem            prints one line of JSON: {"http": port, "https": port, "mechanisms": [...]}

Environment: KRB5_CONFIG, KRB5_KTNAME, NTLM_USER_FILE; PYTHONPATH with pyspnego for CredSSP.
"""

import base64
import hashlib
import http.server
import json
import re
import socketserver
import ssl
import struct
import sys
import threading

import gssapi
from gssapi.raw import ChannelBindings, IOV, IOVBufferType, wrap_iov

KERBEROS = gssapi.OID.from_int_seq("1.2.840.113554.1.2.2")
SPNEGO = gssapi.OID.from_int_seq("1.3.6.1.5.5.2")
NTLM = gssapi.OID.from_int_seq("1.3.6.1.4.1.311.2.2.10")
PROTOCOLS = {
    "Negotiate": "application/HTTP-SPNEGO-session-encrypted",
    "Kerberos": "application/HTTP-Kerberos-session-encrypted",
    "NTLM": "application/HTTP-SPNEGO-session-encrypted",
    "CredSSP": "application/HTTP-CredSSP-session-encrypted",
}
try:
    import spnego
    import spnego.tls
except ImportError:
    spnego = None


class Gss:
    def __init__(self, mechanisms, bindings):
        creds = gssapi.Credentials(usage="accept", mechs=mechanisms)
        self.context = gssapi.SecurityContext(usage="accept", creds=creds, channel_bindings=bindings)

    def step(self, token):
        return self.context.step(token)

    @property
    def complete(self):
        return self.context.complete

    def name(self):
        return f"{self.context.initiator_name} by {self.context.mech}"

    def unwrap(self, signature, sealed):
        plain, encrypted, _ = self.context.unwrap(signature + sealed)
        assert encrypted
        return plain

    def wrap(self, plain):
        if self.context.mech == KERBEROS:
            iov = IOV(IOVBufferType.header, plain, IOVBufferType.padding, std_layout=False)
            wrap_iov(self.context, iov, confidential=True)
            return iov[0].value or b"", iov[1].value + (iov[2].value or b""), len(iov[2].value or b"")
        token = self.context.wrap(plain, True).message
        return token[:16], token[16:], 0


class CredSSP:
    def __init__(self):
        self.context = spnego.server(protocol="credssp")

    def step(self, token):
        return self.context.step(token)

    @property
    def complete(self):
        return self.context.complete

    def name(self):
        creds = self.context.get_extra_info("client_credential")
        return f"{creds.domain_name}\\{creds.username} with {len(creds.password)} characters by CredSSP"

    def unwrap(self, signature, sealed):
        return self.context.unwrap(signature + sealed).data

    def wrap(self, plain):
        result = self.context.wrap_winrm(plain)
        return result.header, result.data, 0


def bindings_of(certificate):
    if certificate is None:
        return None
    data = b"tls-server-end-point:" + hashlib.sha256(certificate).digest()
    return ChannelBindings(application_data=data)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def setup(self):
        super().setup()
        self.state = None
        self.scheme = None
        self.done = False

    def log_message(self, *args):
        pass

    def answer(self, status, body=b"", headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def refuse(self, why):
        print(json.dumps({"refused": why}), file=sys.stderr, flush=True)
        self.state = None
        self.done = False
        self.answer(401, b"", [("WWW-Authenticate", name) for name in self.server.mechanisms])

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        header = self.headers.get("Authorization")
        final = []
        if header is not None:
            self.done = False
            scheme, _, text = header.partition(" ")
            if scheme not in self.server.mechanisms and scheme != "NTLM":
                return self.refuse(f"{scheme} is not offered")
            try:
                if self.state is None or scheme != self.scheme:
                    self.scheme = scheme
                    self.state = self.begin(scheme)
                token = self.state.step(base64.b64decode(text))
            except Exception as error:  # whatever the library says
                return self.refuse(f"{scheme}: {error}")
            if not self.state.complete:
                value = scheme if token is None else f"{scheme} {base64.b64encode(token).decode()}"
                return self.answer(401, b"", [("WWW-Authenticate", value)])
            self.done = True
            print(json.dumps({"accepted": self.state.name(), "scheme": scheme}), file=sys.stderr, flush=True)
            if token:
                final = [("WWW-Authenticate", f"{scheme} {base64.b64encode(token).decode()}")]
        if not self.done:
            return self.answer(401, b"", [("WWW-Authenticate", name) for name in self.server.mechanisms])
        if not body:
            return self.answer(200, b"", final)
        content_type = self.headers.get("Content-Type", "")
        sealed = "encrypted" in content_type
        if not sealed and self.server.certificate is None:
            return self.answer(500, b"not sealed", final)
        try:
            plain = self.open(body) if sealed else body
        except Exception as error:
            print(json.dumps({"refused": f"unseal: {error!r}"}), file=sys.stderr, flush=True)
            return self.answer(500)
        reply = b"echo:" + plain
        kind = "application/soap+xml;charset=UTF-8"
        if sealed:
            kind, reply = self.seal(reply)
        self.answer(200, reply, [*final, ("Content-Type", kind)])

    def begin(self, scheme):
        bindings = bindings_of(self.server.certificate)
        if scheme == "CredSSP":
            return CredSSP()
        return Gss({"Negotiate": [SPNEGO], "Kerberos": [KERBEROS], "NTLM": [NTLM]}[scheme], bindings)

    def open(self, body):
        plain = b""
        for part in re.split(rb"--Encrypted Boundary\r\n(?=\t?Content-Type: application/HTTP)", body)[1:]:
            length = int(re.search(rb"Length=(\d+)", part).group(1))
            data = part.split(b"Content-Type: application/octet-stream\r\n", 1)[1]
            size = struct.unpack("<I", data[:4])[0]
            if self.scheme == "CredSSP":
                data = data[4:].removesuffix(b"--Encrypted Boundary--\r\n")
                piece = self.state.unwrap(data[:size], data[size:])
            else:
                piece = self.state.unwrap(data[4 : 4 + size], data[4 + size : 4 + size + length])
            assert len(piece) <= length, (len(piece), length)
            plain += piece
        return plain

    def seal(self, plain):
        size = 16384 if self.scheme == "CredSSP" else max(1, len(plain))
        parts = []
        for at in range(0, len(plain), size):
            piece = plain[at : at + size]
            signature, sealed, padding = self.state.wrap(piece)
            parts.append(
                b"--Encrypted Boundary\r\n"
                b"\tContent-Type: " + PROTOCOLS[self.scheme].encode() + b"\r\n"
                b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n" % (len(piece) + padding)
                + b"--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
                + struct.pack("<I", len(signature)) + signature + sealed
            )
        kind = "multipart/x-multi-encrypted" if len(parts) > 1 else "multipart/encrypted"
        return (
            f'{kind};protocol="{PROTOCOLS[self.scheme]}";boundary="Encrypted Boundary"',
            b"".join(parts) + b"--Encrypted Boundary--\r\n",
        )


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    certificate = None
    mechanisms = ()


def serve(context, certificate):
    server = Server(("127.0.0.1", 0), Handler)
    server.mechanisms = ["Negotiate", "Kerberos"] + (["CredSSP"] if spnego else [])
    server.certificate = certificate
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


key, cert = sys.argv[1:3]
tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
tls.load_cert_chain(cert, key)
with open(cert) as file:
    der = ssl.PEM_cert_to_DER_cert(file.read())
ports = {"http": serve(None, None), "https": serve(tls, der)}
print(json.dumps({**ports, "credssp": spnego is not None}), flush=True)
sys.stdin.read()
