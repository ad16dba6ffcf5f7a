from kg.serve.jobs import Head, Job, Outcome


def test_a_job_is_one_line_and_can_be_read_back() -> None:
    job = Job("SELECT *\nWHERE { ?s ?p “ü” }", None, "nt", ("http://a/1",), ())
    line = job.line()
    assert line.count(b"\n") == 1
    read = Job.read(line)
    assert (read.sparql, read.solutions, read.graph) == (job.sparql, None, "nt")
    assert (list(read.default_graphs or ()), list(read.named_graphs or ())) == (["http://a/1"], [])
    assert Job.read(Job("ASK {}").line()).default_graphs is None


def test_a_head_is_one_line_and_can_be_read_back() -> None:
    head = Head(Outcome.MALFORMED, detail="error at 1:2:\nexpected")
    assert head.line().count(b"\n") == 1
    assert Head.read(head.line()) == head
    assert Head.read(Head(Outcome.WELL, 7, is_graph=True).line()).size == 7
