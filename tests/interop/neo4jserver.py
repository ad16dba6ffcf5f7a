"""Neo4j's community server and its importer, fetched by Maven into its own cache and run as a process."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import neo4j
import pytest

from kg.push import Access

HERE = Path(__file__).parent / "neo4j"
PASSWORD = "a-s3cret-w0rd"
START_S = 90
CONFIGURATION = """\
server.bolt.enabled=true
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.directories.import=import
server.memory.pagecache.size=128m
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
db.import.csv.legacy_quote_escaping=false
"""
ADMIN = """\
#!/bin/sh
exec java -Xmx512m -cp '{classpath}' org.neo4j.cli.AdminTool "$@"
"""


def classpath() -> str:
    """The jars of Neo4j; skips the test where they are not to be had."""
    maven = shutil.which("mvn")
    if shutil.which("java") is None or maven is None:
        pytest.skip("Neo4j needs Java 17 and Maven")
    said = ""
    for mode in (["--offline"], []):
        command = [maven, "--batch-mode", *mode, "--file", str(HERE / "pom.xml"), "dependency:build-classpath"]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=480)
        said = done.stdout
        found = re.search(r"^(/\S+\.jar)$", said, re.MULTILINE)
        if done.returncode == 0 and found:
            return found[1]
    pytest.skip(f"Maven could not fetch Neo4j: {said[-200:]}")


@dataclass(frozen=True)
class Home:
    """A folder that Neo4j lives in."""

    path: Path
    port: int
    classpath: str

    @property
    def access(self) -> Access:
        return Access(f"bolt://127.0.0.1:{self.port}", password=PASSWORD)

    def admin(self, *command: str) -> None:
        """Run neo4j-admin, or a script that runs it."""
        done = subprocess.run(command, env=self._environment(), capture_output=True, text=True, check=False, timeout=120)  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def _environment(self) -> dict[str, str]:
        where = {"NEO4J_HOME": str(self.path), "NEO4J_CONF": str(self.path / "conf")}
        return os.environ | where | {"PATH": f"{self.path / 'bin'}:{os.environ['PATH']}"}

    @contextlib.contextmanager
    def running(self) -> Iterator["neo4j.Driver"]:
        """The server, and a driver to ask it by."""
        log = self.path / "server.log"
        command = ["java", "-Xmx512m", "-cp", self.classpath, str(HERE / "Server.java"), str(self.path)]  # fmt: skip
        with log.open("wb") as stream:
            server = subprocess.Popen(command, stdout=stream, stderr=stream)
            try:
                with self._driver(server, log) as driver:
                    yield driver
            finally:
                server.terminate()
                server.wait(timeout=60)

    def _driver(self, server: "subprocess.Popen[bytes]", log: Path) -> "neo4j.Driver":
        driver = neo4j.GraphDatabase.driver(self.access.uri, auth=("neo4j", PASSWORD), notifications_min_severity="OFF")  # fmt: skip
        end = time.monotonic() + START_S
        while True:
            try:
                driver.verify_connectivity()
            except neo4j.exceptions.DriverError:
                assert server.poll() is None, log.read_text(encoding="utf-8")
                assert time.monotonic() < end, log.read_text(encoding="utf-8")
                time.sleep(0.2)
            else:
                return driver


def new_home(path: Path) -> Home:
    """A home with a password and no data."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        home = Home(path, probe.getsockname()[1], classpath())
    for name in ("bin", "conf", "import"):
        (path / name).mkdir(parents=True)
    (path / "conf/neo4j.conf").write_text(CONFIGURATION.format(port=home.port), encoding="utf-8")
    admin = path / "bin/neo4j-admin"
    admin.write_text(ADMIN.format(classpath=home.classpath), encoding="utf-8")
    admin.chmod(0o755)
    home.admin("neo4j-admin", "dbms", "set-initial-password", PASSWORD)
    return home
