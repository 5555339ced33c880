"""pypsrp's get_command_metadata against a live endpoint: its own suite replays recorded answers for it."""
import os

import pytest

from pypsrp.complex_objects import CommandType, ParameterMetadata
from pypsrp.powershell import RunspacePool
from pypsrp.wsman import WSMan


@pytest.fixture
def pool():
    port = int(os.environ["PYPSRP_PORT"])
    connection = WSMan(
        os.environ["PYPSRP_SERVER"],
        port=port,
        username=os.environ["PYPSRP_USERNAME"],
        password=os.environ["PYPSRP_PASSWORD"],
        ssl=port != 5985,
        cert_validation=False,
        auth=os.environ["PYPSRP_AUTH"],
    )
    with RunspacePool(connection) as opened:
        yield opened


def test_metadata_by_wildcard(pool):
    found = pool.get_command_metadata("new-pssession*")
    assert [command.name for command in found][:1] == ["New-PSSession"]
    assert {"New-PSSessionOption"} <= {command.name for command in found}
    for command in found:
        assert command.namespace == "Microsoft.PowerShell.Core"
        assert command.command_type.value == CommandType.CMDLET
        for name, parameter in command.parameters.items():
            assert isinstance(name, str) and isinstance(parameter, ParameterMetadata)
            assert parameter.name == name


def test_metadata_of_parameters(pool):
    [command] = pool.get_command_metadata(["Get-Command"])
    told = command.parameters
    assert told["Name"].parameter_type == "System.String[]"
    assert told["All"].parameter_type == "System.Management.Automation.SwitchParameter"
    assert told["All"].switch_parameter is True and told["Name"].switch_parameter is False
    assert told["TotalCount"].parameter_type == "System.Int32"
    assert told["ErrorAction"].aliases == ["ea"]
    assert told["Module"].dynamic is False
    assert "System.Management.Automation.CmdletInfo" in command.output_type


def test_metadata_by_several_names(pool):
    found = pool.get_command_metadata(["Get-Command", "Out-Default", "no-such-*"])
    assert sorted(command.name for command in found) == ["Get-Command", "Out-Default"]


def test_metadata_of_nothing(pool):
    assert pool.get_command_metadata("no-such-*") == []
    # The pool goes on.
    assert len(pool.get_command_metadata("Out-Default")) == 1


def test_metadata_by_type(pool):
    names = ["gcm", "Get-Command"]
    assert [c.name for c in pool.get_command_metadata(names, command_types=CommandType.CMDLET)] == ["Get-Command"]
    assert [c.name for c in pool.get_command_metadata(names, command_types=CommandType.ALIAS)] == ["gcm"]
    assert pool.get_command_metadata(["Get-Command*"], command_types=CommandType.FUNCTION) == []


def test_metadata_by_namespace(pool):
    found = pool.get_command_metadata("Get-*", namespace=["Microsoft.PowerShell.Core"])
    assert {"Get-Command", "Get-Job"} <= {command.name for command in found}
    assert {command.namespace for command in found} == {"Microsoft.PowerShell.Core"}
