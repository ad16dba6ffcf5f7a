from kg.read.readers import BY_MEDIA_TYPE, BY_SUFFIX, READERS


def test_no_two_readers_claim_the_same_kind() -> None:
    assert len(BY_SUFFIX) == sum(len(reader.suffixes) for reader in READERS)
    assert len(BY_MEDIA_TYPE) == sum(len(reader.media_types) for reader in READERS)


def test_suffixes_are_lower_case_with_their_dot_and_rows_are_sorted() -> None:
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in BY_SUFFIX)
    assert [reader.name for reader in READERS] == sorted(reader.name for reader in READERS)


def test_every_reader_says_what_it_is_for() -> None:
    assert all(reader.purpose and reader.media_types for reader in READERS)
