"""pywinrm against our endpoint, one JSON line per case: {name, ok, reason}. Arguments: URL, user; password in PYWINRM_PASSWORD."""
import base64
import json
import os
import sys
import traceback

from importlib.metadata import version

import winrm
from winrm.exceptions import InvalidCredentialsError, WinRMOperationTimeoutError, WinRMTransportError
from winrm.protocol import Protocol

URL, USER = sys.argv[1], sys.argv[2]
PASSWORD = os.environ["PYWINRM_PASSWORD"]


def session(password=PASSWORD):
    return winrm.Session(URL, auth=(USER, password), transport="basic", server_cert_validation="ignore")


def protocol(**more):
    return Protocol(endpoint=URL, transport="basic", username=USER, password=PASSWORD, server_cert_validation="ignore", **more)


def run_cmd():
    result = session().run_cmd("echo", ["hello", "there"])
    assert result.status_code == 0, result.status_code
    assert result.std_out.split() == [b"hello", b"there"], result.std_out
    assert result.std_err == b"", result.std_err


def run_cmd_exit_code():
    result = session().run_cmd("exit 3")
    assert result.status_code == 3, result.status_code


def run_cmd_standard_error():
    result = session().run_cmd("echo oops 1>&2")
    assert b"oops" in result.std_err, (result.std_out, result.std_err)


def run_cmd_not_found():
    result = session().run_cmd("no-such-program-here")
    assert result.status_code != 0
    assert result.std_err


def run_ps():
    result = session().run_ps("1 + 1; 'two'")
    assert result.status_code == 0, (result.status_code, result.std_err)
    assert result.std_out.split() == [b"2", b"two"], result.std_out


def run_ps_unicode():
    result = session().run_ps("'gr\u00fc\u00df \u65e5\u672c \U0001f600'")
    assert result.std_out.decode("utf-8").strip() == "gr\u00fc\u00df \u65e5\u672c \U0001f600", result.std_out


def run_ps_error():
    # What run_ps sends. Its own cleaning of the error text fails in 0.3 (bytes against str), whatever the server.
    encoded = base64.b64encode("throw 'went wrong'".encode("utf_16_le")).decode("ascii")
    result = session().run_cmd("powershell", ["-encodedcommand", encoded])
    assert result.status_code == 1, result.status_code
    assert result.std_err.startswith(b"#< CLIXML"), result.std_err
    assert b"went wrong" in result.std_err, result.std_err
    if tuple(int(part) for part in version("pywinrm").split(".")[:2]) >= (0, 4):
        assert b"went wrong" in session().run_ps("throw 'went wrong'").std_err


def run_ps_exit_code():
    result = session().run_ps("exit 7")
    assert result.status_code == 7, result.status_code


def shell_with_environment():
    p = protocol()
    shell = p.open_shell(env_vars={"PSSESSION_TEST": "value with blanks"})
    command = p.run_command(shell, "printenv", ["PSSESSION_TEST"])
    out, err, code = p.get_command_output(shell, command)
    p.cleanup_command(shell, command)
    p.close_shell(shell)
    assert (out.strip(), code) == (b"value with blanks", 0), (out, err, code)


def shell_working_directory():
    p = protocol()
    shell = p.open_shell(working_directory="/")
    command = p.run_command(shell, "pwd")
    out, err, code = p.get_command_output(shell, command)
    p.cleanup_command(shell, command)
    p.close_shell(shell)
    assert out.strip() == b"/", out


def several_commands_in_one_shell():
    p = protocol()
    shell = p.open_shell()
    for number in range(5):
        command = p.run_command(shell, "echo", [str(number)])
        out, _, code = p.get_command_output(shell, command)
        p.cleanup_command(shell, command)
        assert (out.strip(), code) == (str(number).encode(), 0), (number, out, code)
    p.close_shell(shell)


def big_output():
    result = session().run_cmd("seq 1 100000")
    lines = result.std_out.split()
    assert len(lines) == 100000 and lines[-1] == b"100000", len(lines)


def long_command():
    p = protocol(operation_timeout_sec=2, read_timeout_sec=5)
    shell = p.open_shell()
    command = p.run_command(shell, "sleep 5; echo done")
    out, _, code = p.get_command_output(shell, command)
    p.cleanup_command(shell, command)
    p.close_shell(shell)
    assert (out.strip(), code) == (b"done", 0), (out, code)


def wrong_password():
    try:
        session("not the password").run_cmd("echo", ["never"])
    except InvalidCredentialsError:
        return
    raise AssertionError("the wrong password was accepted")


def closed_shell_is_unknown():
    p = protocol()
    shell = p.open_shell()
    p.close_shell(shell)
    try:
        p.run_command(shell, "echo")
    except Exception as error:
        assert "500" in str(error) or "shell" in str(error).lower() or "selector" in str(error).lower(), error
        return
    raise AssertionError("a closed shell ran a command")


CASES = [
    run_cmd, run_cmd_exit_code, run_cmd_standard_error, run_cmd_not_found, run_ps, run_ps_unicode, run_ps_error,
    run_ps_exit_code, shell_with_environment, shell_working_directory, several_commands_in_one_shell, big_output,
    long_command, wrong_password, closed_shell_is_unknown,
]
for case in CASES:
    name = case.__name__.replace("_", " ")
    try:
        case()
        print(json.dumps({"name": name, "ok": True}), flush=True)
    except Exception as error:
        where = traceback.extract_tb(sys.exc_info()[2])[-1]
        print(json.dumps({"name": name, "ok": False, "reason": "%s: %s (line %d)" % (type(error).__name__, str(error)[:300], where.lineno)}), flush=True)
