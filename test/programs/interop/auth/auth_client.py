"""Clients that are not ours, one login each, against our endpoint. Prints one line of JSON per case.

    auth_client.py HTTP_PORT HTTPS_PORT USER REALM CA.pem CLIENT.pem CLIENT.key           password in AUTH_PASSWORD

pypsrp runs `6 * 7` in a runspace pool; python-gssapi logs in by hand and sends a sealed Identify; pywinrm runs a command.
"""

import base64
import http.client
import json
import os
import re
import ssl
import struct
import sys
import traceback
import warnings

warnings.simplefilter("ignore")
HTTP_PORT, HTTPS_PORT = int(sys.argv[1]), int(sys.argv[2])
USER, REALM, CA, CERT, KEY = sys.argv[3:8]
PASSWORD = os.environ["AUTH_PASSWORD"]
PROTOCOLS = {
    "Negotiate": "application/HTTP-SPNEGO-session-encrypted",
    "Kerberos": "application/HTTP-Kerberos-session-encrypted",
    "NTLM": "application/HTTP-SPNEGO-session-encrypted",
}
IDENTIFY = (
    b'<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" '
    b'xmlns:wsmid="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"><s:Header/><s:Body>'
    b"<wsmid:Identify/></s:Body></s:Envelope>"
)


def report(client, mechanism, transport, run):
    try:
        reason = run()
        ok = reason is None
    except BaseException as error:
        ok, reason = False, f"{type(error).__name__}: {error}"
        if os.environ.get("AUTH_TRACE"):
            traceback.print_exc()
    line = {"client": client, "mechanism": mechanism, "transport": transport, "ok": ok}
    if reason:
        line["reason"] = re.sub(r"\s+", " ", reason)[:300]
    print(json.dumps(line), flush=True)


# --- python-gssapi


def gss_case(scheme, mech_oid, name_oid, tls):
    import gssapi
    from gssapi.raw import IOV, IOVBufferType, RequirementFlag, acquire_cred_with_password, wrap_iov

    mech = gssapi.OID.from_int_seq(mech_oid)
    user = USER if name_oid == "ntlm" else f"{USER}@{REALM}"
    name = gssapi.Name(user, gssapi.NameType.user)
    creds = acquire_cred_with_password(name, PASSWORD.encode(), mechs=[mech], usage="initiate").creds
    target = gssapi.Name("HTTP@localhost", gssapi.NameType.hostbased_service)
    flags = (
        RequirementFlag.mutual_authentication
        | RequirementFlag.confidentiality
        | RequirementFlag.integrity
        | RequirementFlag.out_of_sequence_detection
        | RequirementFlag.replay_detection
    )
    context = gssapi.SecurityContext(name=target, creds=gssapi.Credentials(creds), mech=mech, flags=flags, usage="initiate")
    if tls:
        connection = http.client.HTTPSConnection("localhost", HTTPS_PORT, context=ssl.create_default_context(cafile=CA))
    else:
        connection = http.client.HTTPConnection("localhost", HTTP_PORT)
    token = context.step()
    while True:
        headers = {"Content-Length": "0"}
        if token:
            headers["Authorization"] = f"{scheme} {base64.b64encode(token).decode()}"
        connection.request("POST", "/wsman", b"", headers)
        answer = connection.getresponse()
        answer.read()
        found = re.search(scheme + r" ([A-Za-z0-9+/=]+)", answer.headers.get("WWW-Authenticate", ""))
        if answer.status == 200:
            if found and not context.complete:
                context.step(base64.b64decode(found.group(1)))
            break
        if answer.status != 401 or not found:
            return f"HTTP {answer.status} without a token"
        token = context.step(base64.b64decode(found.group(1)))
    if not context.complete:
        return "the context is not complete"
    if tls:
        connection.request("POST", "/wsman", IDENTIFY, {"Content-Type": "application/soap+xml;charset=UTF-8"})
        answer = connection.getresponse()
        plain = answer.read()
    else:
        if context.mech == gssapi.OID.from_int_seq("1.2.840.113554.1.2.2"):
            iov = IOV(IOVBufferType.header, IDENTIFY, IOVBufferType.padding, std_layout=False)
            wrap_iov(context, iov, confidential=True)
            signature, sealed = iov[0].value, iov[1].value + (iov[2].value or b"")
        else:
            whole = context.wrap(IDENTIFY, True).message
            signature, sealed = whole[:16], whole[16:]
        protocol = PROTOCOLS[scheme].encode()
        body = (
            b"--Encrypted Boundary\r\n\tContent-Type: " + protocol + b"\r\n"
            b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n" % len(sealed)
            + b"--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
            + struct.pack("<I", len(signature)) + signature + sealed + b"--Encrypted Boundary--\r\n"
        )
        kind = f'multipart/encrypted;protocol="{PROTOCOLS[scheme]}";boundary="Encrypted Boundary"'
        connection.request("POST", "/wsman", body, {"Content-Type": kind})
        answer = connection.getresponse()
        raw = answer.read()
        data = raw.split(b"Content-Type: application/octet-stream\r\n", 1)[1]
        data = data[4 : -len(b"--Encrypted Boundary--\r\n")]
        plain, encrypted, _ = context.unwrap(data)
        if not encrypted:
            return "the answer was not encrypted"
    if answer.status != 200 or b"IdentifyResponse" not in plain:
        return f"HTTP {answer.status}: {plain[:80]!r}"
    return None


# --- pypsrp


def pypsrp_case(auth, tls, **extra):
    from pypsrp.powershell import PowerShell, RunspacePool
    from pypsrp.wsman import WSMan

    wsman = WSMan(
        "localhost",
        port=HTTPS_PORT if tls else HTTP_PORT,
        ssl=tls,
        auth=auth,
        cert_validation=CA if tls else True,
        **extra,
    )
    with wsman, RunspacePool(wsman) as pool:
        shell = PowerShell(pool)
        shell.add_script("6 * 7")
        output = shell.invoke()
        return None if output == [42] else f"output {output!r}, streams {shell.streams.error!r}"


def pywinrm_case(transport, tls):
    # Loads OpenSSL's legacy provider into this process: ntlm-auth takes MD4 from hashlib.
    from cryptography.hazmat.backends.openssl import backend  # noqa: F401

    import winrm

    scheme, port = ("https", HTTPS_PORT) if tls else ("http", HTTP_PORT)
    session = winrm.Session(
        f"{scheme}://localhost:{port}/wsman",
        auth=(USER, PASSWORD),
        transport=transport,
        server_cert_validation="validate" if tls else "ignore",
        ca_trust_path=CA,
    )
    result = session.run_ps("6 * 7")
    return None if result.std_out.strip() == b"42" else f"{result.std_out!r} {result.std_err!r}"


def credssp_case(tls):
    """pyspnego's CredSSP by hand: pypsrp's needs requests-credssp, which is not packaged."""
    import spnego

    context = spnego.client(USER, PASSWORD, hostname="localhost", protocol="credssp")
    if tls:
        connection = http.client.HTTPSConnection("localhost", HTTPS_PORT, context=ssl.create_default_context(cafile=CA))
    else:
        connection = http.client.HTTPConnection("localhost", HTTP_PORT)
    token = context.step()
    while token:
        headers = {"Content-Length": "0", "Authorization": f"CredSSP {base64.b64encode(token).decode()}"}
        connection.request("POST", "/wsman", b"", headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status == 200:
            break
        found = re.search(r"CredSSP ?([A-Za-z0-9+/=]*)", answer.headers.get("WWW-Authenticate", ""))
        if answer.status != 401 or not found:
            return f"HTTP {answer.status} without a token"
        token = context.step(base64.b64decode(found.group(1)))
    if not context.complete or answer.status != 200:
        return f"not complete, HTTP {answer.status}"
    sealed = context.wrap_winrm(IDENTIFY)
    protocol = b"application/HTTP-CredSSP-session-encrypted"
    body = (
        b"--Encrypted Boundary\r\n\tContent-Type: " + protocol + b"\r\n"
        b"\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=%d\r\n" % len(IDENTIFY)
        + b"--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
        + struct.pack("<I", len(sealed.header)) + sealed.header + sealed.data + b"--Encrypted Boundary--\r\n"
    )
    kind = f'multipart/encrypted;protocol="{protocol.decode()}";boundary="Encrypted Boundary"'
    connection.request("POST", "/wsman", body, {"Content-Type": kind})
    answer = connection.getresponse()
    data = answer.read().split(b"Content-Type: application/octet-stream\r\n", 1)[1]
    plain = context.unwrap(data[4 : -len(b"--Encrypted Boundary--\r\n")]).data
    return None if answer.status == 200 and b"IdentifyResponse" in plain else f"HTTP {answer.status}: {plain[:80]!r}"


def has(module):
    try:
        __import__(module)
        return True
    except ImportError:
        return False


KRB5, NTLM_OID, SPNEGO = "1.2.840.113554.1.2.2", "1.3.6.1.4.1.311.2.2.10", "1.3.6.1.5.5.2"
for tls in (False, True):
    transport = "https" if tls else "http"
    if has("gssapi"):
        report("python-gssapi", "Kerberos", transport, lambda: gss_case("Kerberos", KRB5, "krb5", tls))
        report("python-gssapi", "Negotiate (Kerberos)", transport, lambda: gss_case("Negotiate", SPNEGO, "krb5", tls))
        if os.environ.get("NTLM_USER_FILE"):
            report("gss-ntlmssp", "NTLM", transport, lambda: gss_case("NTLM", NTLM_OID, "ntlm", tls))
    if has("pypsrp") and has("spnego"):
        login = {"username": USER, "password": PASSWORD}
        report("pypsrp", "NTLM", transport, lambda: pypsrp_case("ntlm", tls, **login))
        report("pypsrp", "Negotiate (NTLM)", transport, lambda: pypsrp_case("negotiate", tls, **login))
        report("pyspnego", "CredSSP", transport, lambda: credssp_case(tls))
        if has("requests_credssp"):
            report("pypsrp", "CredSSP", transport, lambda: pypsrp_case("credssp", tls, **login))
        if tls:
            report("pypsrp", "Basic", transport, lambda: pypsrp_case("basic", tls, **login))
            extra = {"certificate_pem": CERT, "certificate_key_pem": KEY}
            report("pypsrp", "Certificate", transport, lambda: pypsrp_case("certificate", tls, **extra))
        else:
            report("pypsrp", "Basic", transport, lambda: pypsrp_case("basic", tls, encryption="never", **login))
    if has("winrm"):
        report("pywinrm", "NTLM", transport, lambda: pywinrm_case("ntlm", tls))
        report("pywinrm", "Basic", transport, lambda: pywinrm_case("basic" if tls else "plaintext", tls))
