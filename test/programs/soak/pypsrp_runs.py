"""pypsrp over a network that breaks, driven as its user would. One line of JSON for each run; see pypsrp-network.ts.

pypsrp does not ask again when a connection breaks after a request was sent: it raises. Its user then looks for the pool
in the endpoint's list with a new client, connects to it and to the command in it, and goes on.
"""
import json
import random
import sys
import time
import xml.etree.ElementTree as ET

import requests
from pypsrp.exceptions import WinRMTransportError, WSManFaultError
from pypsrp.powershell import PowerShell, RunspacePool
from pypsrp.complex_objects import PSInvocationState, RunspacePoolState
from pypsrp.wsman import WSMan

PORT, USER, PASSWORD, RUNS, SEED = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
CONNECTED_TO_DIFFERENT_CLIENT = 2150859213
# Half an answer is no XML, where the HTTP library does not look at Content-Length; half a fault is no fault.
# Of a header that ends in "charset" the HTTP library makes an AttributeError of its own.
BROKEN = (requests.exceptions.RequestException, ET.ParseError, WinRMTransportError, AttributeError)
RECOVER_SECONDS = 300
dice = random.Random(SEED)


def say(**what):
    print(json.dumps(what), flush=True)


def network(bad):
    """Asks the other side for such a network, and waits until it is there."""
    say(network="bad" if bad else "calm")
    sys.stdin.readline()


def new_client():
    return WSMan("127.0.0.1", port=PORT, username=USER, password=PASSWORD, ssl=False, auth="basic", encryption="never")


class Received:
    """The numbers that came, over however many clients."""

    def __init__(self):
        self.last = 0
        self.repeated = 0
        self.last_reply = 0

    def begin(self):
        """Another client goes on: it may be given once more what the last answer to the one before held."""
        self.at = None

    def take(self, numbers):
        for number in numbers:
            if self.at is None:
                if not self.last + 1 - self.last_reply <= number <= self.last + 1:
                    raise AssertionError(f"it goes on with {number} after {self.last}, of which {self.last_reply} may come again")
                self.repeated += self.last + 1 - number
            elif number != self.at + 1:
                raise AssertionError(f"{number} came after {self.at}")
            self.at = number
        self.last = max(self.last, self.at or 0)
        if numbers:
            self.last_reply = len(numbers)


def poll(shell, received, enough=None):
    """Until its end, or until so many came."""
    while shell.state == PSInvocationState.RUNNING and (enough is None or received.last < enough):
        before = len(shell.output)
        shell.poll_invoke()
        received.take(shell.output[before:])


class Pool:
    def __init__(self):
        self.pool = RunspacePool(new_client())
        self.pool.open()
        self.started = 0
        self.recoveries = 0

    def run(self, count, leaves):
        received = Received()
        received.begin()
        script = "$global:started += 1; 1..%d" % count
        if leaves:
            script += "; Start-Sleep -Milliseconds 150"
        shell = PowerShell(self.pool).add_script(script)
        try:
            shell.begin_invoke()
            if leaves:
                poll(shell, received, count / 2)
                # pypsrp would think that one which has told its end runs on, and wait for an end for ever.
                if shell.state == PSInvocationState.RUNNING:
                    self.pool.disconnect()
                    self.pool.connect()
                    shell.connect_async()
            poll(shell, received)
        except BROKEN:
            shell = self.recovered(shell.id, script, received)
        self.started += 1
        if received.last != count:
            raise AssertionError(f"{received.last} of {count} came, and the pipeline is {shell.state}")
        try:
            shell.close()
        except BROKEN:
            pass  # the next of its user's pools is told of it
        return received.repeated

    def recovered(self, command_id, script, received):
        deadline = time.monotonic() + RECOVER_SECONDS
        while True:
            self.recoveries += 1
            received.begin()
            self.pool.connection.transport.close()
            try:
                shell = self.found(command_id)
                if shell is None:
                    # The command never came to the endpoint.
                    shell = PowerShell(self.pool).add_script(script)
                    command_id = shell.id
                    shell.begin_invoke()
                poll(shell, received)
                return shell
            except BROKEN:
                if time.monotonic() > deadline:
                    raise

    def found(self, command_id):
        """The command in the pool, by a client that is new to it. None: there is no such command."""
        deadline = time.monotonic() + RECOVER_SECONDS
        while True:
            pools = RunspacePool.get_runspace_pools(new_client())
            mine = [each for each in pools if each.id.lower() == self.pool.id.lower()]
            if not mine:
                raise AssertionError("the endpoint has no such pool any more")
            try:
                mine[0].connect()
            except WSManFaultError as fault:
                # The endpoint has not noticed yet that the other client is gone.
                if fault.code != CONNECTED_TO_DIFFERENT_CLIENT or time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
                continue
            self.pool = mine[0]
            # pypsrp waits for the pool's state to be told again, which an engine does not do for a new client.
            self.pool.state = RunspacePoolState.OPENED
            shells = self.pool.create_disconnected_power_shells()
            shell = next((each for each in shells if each.id.lower() == command_id.lower()), None)
            if shell is not None:
                shell.connect_async()
            return shell

    def check(self):
        """In a calm network: how often did scripts run?"""
        [started] = PowerShell(self.pool).add_script("[int]$global:started").invoke()
        self.pool.close()
        if started != self.started:
            raise AssertionError(f"{started} scripts ran where {self.started} were meant to")


def remove(pool):
    """One that is not used any more: each stands in every list."""
    try:
        network(bad=False)
        if pool is not None:
            pool.pool.close()
    except Exception:
        pass
    return None


def main():
    pool = None
    for run in range(1, RUNS + 1):
        count = dice.randint(1, 300)
        leaves = dice.random() < 0.3
        try:
            if pool is None:
                network(bad=False)
                pool = Pool()
                network(bad=True)
            before = pool.recoveries
            repeated = pool.run(count, leaves)
            say(run=run, recoveries=pool.recoveries - before, repeated=repeated)
            if run % 25 == 0 or run == RUNS:
                network(bad=False)
                done, pool = pool, None
                time.sleep(0.2)
                done.check()
        except Exception as error:  # every other end of a run is a finding
            what = f"{count} objects{', left and connected' if leaves else ''}: {type(error).__name__}: {error}"
            say(run=run, failure=what)
            pool = remove(pool)


main()
