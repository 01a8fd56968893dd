"""What the model knows and foreign documents have no words for, as members of such a document."""

from __future__ import annotations

from typing import Any, assert_never

from codegen import ir
from codegen.interchange.members import members, plain

Json = dict[str, Any]


# Notes.


def described(note: ir.Note) -> Json:
    """A note as ``description``, in CommonMark as it is written, with its sources."""
    texts = [text for text in (note.summary, note.doc.rstrip("\n")) if text]
    return plain(description="\n\n".join(texts)) | members(source=list(note.source))


def noted(note: ir.Note) -> Json:
    """A note inside of a fact."""
    return plain(summary=note.summary, doc=note.doc.rstrip("\n"), source=list(note.source))


# Shapes.


def shape_facts(shape: ir.Shape) -> Json:
    """What schemas have no word for, of one shape; what stands inside of it speaks for itself."""
    match shape:
        case ir.Text(known=known, packed=packed):
            return members(
                known=list(known), packed=packed, sentinels=[_sentinel(each) for each in shape.sentinels]
            )
        case ir.Integer(known=known):
            return members(known=list(known))
        case ir.ListOf():
            return members(null_for_empty=shape.null_for_empty or None, ascending=shape.ascending or None)
        case ir.MapOf():
            return members(by_halves=shape.by_halves or None)
        case ir.Record(column=column, table=table):
            return members(
                column=None if column is None else _column(column),
                table=None if table is None else _table(table),
            )
        case ir.Kinds(as_number=as_number):
            return members(as_="number" if as_number else None)
        case ir.Pair(plain=may_be_plain):
            return members(pair={"plain": may_be_plain})
        case ir.Number() | ir.Boolean() | ir.Null() | ir.Constants() | ir.TupleOf() | ir.Ref():
            return {}
        case _:
            assert_never(shape)


def _sentinel(sentinel: ir.Sentinel) -> Json:
    return plain(name=sentinel.name, text=sentinel.text, prefix=sentinel.prefix, **noted(sentinel.note))


def _column(column: ir.ColumnLayout) -> Json:
    return plain(
        name=column.name,
        values=column.values,
        beside=list(column.beside),
        kind=column.kind,
        missing=list(column.missing),
    )


def _table(table: ir.TableLayout) -> Json:
    types = None if table.types is None else _types_from(table.types)
    return plain(rows=table.rows, columns=table.columns, beside=list(table.beside), types=types)


def _types_from(types: ir.TypesFrom) -> Json:
    return plain(
        operation=types.operation,
        arguments=dict(types.arguments),
        list=types.list,
        name=types.name,
        type=types.type,
        kinds=dict(types.kinds),
        also=dict(types.also),
        suffix=types.suffix,
    )


# Operations.


def operation_facts(operation: ir.Operation) -> Json:
    """What every operation has, whatever its transport."""
    return members(
        stability=operation.stability,
        since=operation.since,
        deprecated=operation.deprecated,
        effect=_effect(operation),
        face=None if operation.in_face else False,
        rules=[_rule(each) for each in operation.rules],
        batch=None
        if operation.batch is None
        else {"argument": operation.batch.argument, "size": operation.batch.size},
        max_body=operation.max_body,
        limits=[plain(text=each.text, source=list(each.source)) for each in operation.limits],
        unsent=[plain(name=each.name, **noted(each.note)) for each in operation.unsent],
        corrections=list(operation.corrections),
        examples=[_example(each) for each in operation.examples],
        source=list(operation.note.source),
        spec=operation.path,
    )


def _effect(operation: ir.Operation) -> Any:
    by = operation.effect_by
    if by is None:
        return operation.effect
    return {"by": by.argument, "given": by.given, "else": by.otherwise}


def _rule(rule: ir.Rule) -> Json:
    match rule:
        case ir.AtLeastOneOf(arguments):
            return {"at_least_one_of": list(arguments)}
        case ir.AtMostOneOf(arguments):
            return {"at_most_one_of": list(arguments)}
        case ir.GoesWith(argument=argument, other=other):
            return {"argument": argument, "goes_with": other}
        case ir.Never(argument=argument, word=word, because=because):
            return {"argument": argument, "never": word, "because": because}
        case ir.Needs():
            value, needs = rule.value, {rule.other: list(rule.values)}
            return {
                "argument": rule.argument,
                **plain(is_=value),
                "needs": needs,
                **plain(face_sends=rule.face_sends),
            }
        case _:
            assert_never(rule)


def _example(example: ir.Example) -> Json:
    return plain(
        name=example.name,
        summary=example.summary,
        arguments=dict(example.arguments),
        server=example.server,
        answer=example.answer,
        status=example.status,
        content_type=example.content_type,
        expect=example.expect,
        origin=example.origin,
    )


def argument_facts(parameter: ir.Parameter, schema: Json) -> Json:
    """An argument as a caller gives it."""
    language = parameter.language
    return plain(
        name=parameter.name,
        required=parameter.required,
        schema=schema,
        default=parameter.default,
        secret=parameter.secret or None,
        aliases=list(parameter.aliases),
        language=None if language is None else _language(language),
        face=None if parameter.in_face else False,
        confirms=parameter.confirms or None,
    )


def _language(language: ir.Language) -> Json:
    return plain(name=language.name, without=list(language.without), also=list(language.also))


# Answers.


def answer_facts(operation: ir.Operation, place: str) -> Json:
    """Which answers mean what; ``place`` stands before the names of types in references."""
    result = operation.result
    return members(
        arms=_arms(result, place) if isinstance(result, ir.Select) else None,
        failure=_failure(result.failure) if isinstance(result, ir.Plain) and result.failure else None,
        broken=[_broken(each, place) for each in operation.broken],
        faults=[plain(name=each.name, text=each.text, source=list(each.source)) for each in operation.faults],
    )


def _arms(select: ir.Select, place: str) -> Json:
    arms = [
        plain(
            when=list(each.when),
            schema=place + each.shape.name,
            meaning=each.meaning,
            error=each.error,
            texts=_texts(each.texts),
        )
        for each in select.arms
    ]
    otherwise = {"schema": place + select.otherwise.name, "error": select.otherwise_error}
    return {"member": select.member, "arms": arms, "else": otherwise}


def _failure(failure: ir.FailureMember) -> Json:
    value = {"bad" if failure.is_bad else "ok": failure.ok}
    return {"member": failure.member, **value, "error": failure.error, **plain(texts=_texts(failure.texts))}


def _broken(broken: ir.BrokenBody, place: str) -> Json:
    return plain(
        match=broken.pattern,
        error=broken.error,
        answer=place + broken.answer.name,
        values=dict(broken.values),
        message=broken.message_member,
        text=broken.text,
        source=list(broken.source),
    )


def _texts(texts: tuple[ir.KnownText, ...]) -> list[Json]:
    return [plain(text=each.text, source=list(each.source)) for each in texts]


# Services.


def service_facts(package: ir.Package, service: ir.Service) -> Json:
    """What holds for a service as a whole."""
    face = service.face
    return members(
        default_server=service.default_server,
        servers=[_server(each) for each in service.servers],
        errors=[_error(each) for each in service.errors],
        face=None if face is None else plain(style=face.style, name=face.name, **noted(face.note)),
        environment=[_variable(each) for each in service.environment],
        probe=service.probe,
        undescribed=[plain(url=each.url, **noted(each.note)) for each in service.undescribed],
        removed=[_removed(each) for each in service.removed],
        corrections=[_correction(each) for each in package.corrections if each.service == service.name],
        package=plain(name=package.name, **noted(package.note)),
        sources=_sources(service),
        source=list(service.note.source),
        spec=service.path,
    )


def _sources(service: ir.Service) -> Json:
    """The tags in the order in which operations name them first, then the others."""
    meant = dict(service.sources)
    met = [tag for operation in service.operations for tag in operation.note.source]
    return {tag: meant[tag] for tag in dict.fromkeys([*met, *meant])}


def _server(server: ir.Server) -> Json:
    return plain(
        id=server.id,
        title=server.title,
        **noted(server.note),
        base_url=server.base_url,
        endpoints=dict(server.endpoints),
        settings=dict(server.settings),
    )


def _error(error: ir.ErrorClass) -> Json:
    extract = [
        plain(
            name=each.name,
            member=each.member,
            pattern=each.pattern,
            every=each.every or None,
            **noted(each.note),
        )
        for each in error.extract
    ]
    return plain(name=error.name, **noted(error.note), extract=extract)


def _variable(variable: ir.Variable) -> Json:
    return plain(
        name=variable.name,
        holds=variable.holds,
        **noted(variable.note),
        example=variable.example,
        pattern=variable.pattern,
        secret=variable.secret or None,
        sets=variable.sets,
    )


def _removed(removed: ir.Removed) -> Json:
    return plain(name=removed.name, **noted(removed.note), until=removed.until, instead=removed.instead)


def _correction(correction: ir.Correction) -> Json:
    return plain(
        id=correction.id,
        title=correction.title,
        operations=list(correction.operations),
        documents=correction.documents,
        servers=correction.servers,
        decision=correction.decision,
        evidence=list(correction.evidence),
    )
