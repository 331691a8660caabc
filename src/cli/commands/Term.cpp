
#include "cli/SafeText.h"
#include "cli/TermText.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Json.h"
#include "term/Printer.h"

namespace nodescope::cli {

namespace {

using term::Syntax;
using term::Term;

enum class Form { Erlang, Elixir, Etf, Base64, Hex, Json };

std::optional<Form> formOf(const QString &name)
{
    constexpr std::pair<QLatin1String, Form> Forms[] = {
        {QLatin1String("erlang"), Form::Erlang}, {QLatin1String("elixir"), Form::Elixir},
        {QLatin1String("etf"), Form::Etf},       {QLatin1String("base64"), Form::Base64},
        {QLatin1String("hex"), Form::Hex},       {QLatin1String("json"), Form::Json}};
    for (const auto &[known, form] : Forms) {
        if (name == known)
            return form;
    }
    return std::nullopt;
}

struct Translation
{
    Form from = Form::Erlang;
    Form to = Form::Elixir;
};

base::Result<Translation, QString> translationOf(const Arguments &arguments)
{
    const QString from = QStringLiteral("from");
    const QString to = QStringLiteral("to");
    Translation translation;
    if (arguments.has(from)) {
        const auto form = formOf(arguments.value(from));
        if (!form || form == Form::Json)
            return base::Failure{Words::tr("--from takes erlang, elixir, etf, base64 or hex")};
        translation.from = *form;
    }
    translation.to = translation.from == Form::Erlang ? Form::Elixir : Form::Erlang;
    if (arguments.has(QStringLiteral("json")))
        translation.to = Form::Json;
    if (arguments.has(to)) {
        const auto form = formOf(arguments.value(to));
        if (!form)
            return base::Failure{Words::tr("--to takes erlang, elixir, etf, base64, hex or json")};
        translation.to = *form;
    }
    return translation;
}

std::optional<Term> readText(const QByteArray &bytes, Syntax syntax, Console &console)
{
    if (!bytes.isValidUtf8()) {
        console.error(QStringLiteral("not_utf8"), Words::tr("the input is no UTF-8 text"));
        return std::nullopt;
    }
    const QString text = QString::fromUtf8(bytes);
    const auto term = term::parse(text, {syntax, {}});
    if (term.ok())
        return *term;
    console.error(QStringLiteral("not_a_term"), textOf(term.error()), jsonOf(term.error()));
    console.explain(caretOf(term.error(), text));
    return std::nullopt;
}

std::optional<Term> readEtf(const QByteArray &bytes, Console &console)
{
    const auto decoded = term::decode(bytes);
    if (!decoded.ok()) {
        const term::DecodeError &error = decoded.error();
        QJsonObject facts{{QStringLiteral("code"), term::codeName(error.code)},
                          {QStringLiteral("offset"), qint64(error.offset)}};
        if (error.tag != 0)
            facts.insert(QStringLiteral("tag"), error.tag);
        console.error(QStringLiteral("not_a_term"),
                      Words::tr("no term: %1 at byte %2").arg(term::codeName(error.code)).arg(error.offset),
                      facts);
        if (!error.context.isEmpty())
            console.explain(QStringLiteral("  ") + QString::fromLatin1(error.context.toHex(' ')));
        return std::nullopt;
    }
    // As binary_to_term/1: they are no error, but nobody should lose them unawares.
    if (decoded->consumed < bytes.size())
        console.notice(QStringLiteral("trailing_bytes"),
                       Words::tr("%n byte(s) behind the term are left out", nullptr,
                                 int(bytes.size() - decoded->consumed)));
    return decoded->term;
}

std::optional<Term> readBase64(QByteArray text, Console &console)
{
    text.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        console.error(QStringLiteral("not_base64"), Words::tr("the input is not base64"));
        return std::nullopt;
    }
    return readEtf(*decoded, console);
}

std::optional<Term> readHex(QByteArray text, Console &console)
{
    text.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    const QByteArray bytes = QByteArray::fromHex(text);
    // fromHex() leaves out what it does not know.
    if (bytes.toHex() != text.toLower()) {
        console.error(QStringLiteral("not_hex"), Words::tr("the input is not hexadecimal"));
        return std::nullopt;
    }
    return readEtf(bytes, console);
}

std::optional<Term> read(Form form, Console &console)
{
    const QByteArray input = console.readAll();
    switch (form) {
    case Form::Erlang:
        return readText(input, Syntax::Erlang, console);
    case Form::Elixir:
        return readText(input, Syntax::Elixir, console);
    case Form::Etf:
        return readEtf(input, console);
    case Form::Hex:
        return readHex(input, console);
    case Form::Base64:
    case Form::Json:
        break;
    }
    return readBase64(input, console);
}

QByteArray written(const Term &term, Form form)
{
    const auto text = [&](Syntax syntax) -> QByteArray {
        term::PrintOptions options;
        options.syntax = syntax;
        return term::print(term, options).text.toUtf8() + '\n';
    };
    switch (form) {
    case Form::Erlang:
        return text(Syntax::Erlang);
    case Form::Elixir:
        return text(Syntax::Elixir);
    case Form::Etf:
        return term::encode(term);
    case Form::Base64:
        return term::encode(term).toBase64() + '\n';
    case Form::Hex:
        return term::encode(term).toHex() + '\n';
    case Form::Json:
        break;
    }
    return term::toJson(term) + '\n';
}

ExitStatus runTerm(const Arguments &arguments, Console &console)
{
    const auto translation = translationOf(arguments);
    if (!translation.ok())
        return wrongUse(termCommand(), translation.error(), console);
    const auto term = read(translation->from, console);
    if (!term)
        return ExitStatus::Failed;
    console.write(written(*term, translation->to));
    return ExitStatus::Done;
}

} // namespace

Command termCommand()
{
    Command command;
    command.name = QStringLiteral("term");
    command.synopsis = QStringLiteral(
        "[--from erlang|elixir|etf|base64|hex] [--to erlang|elixir|etf|base64|hex|json] [--json]");
    command.summary = Words::tr("translate a term between its forms");
    command.help =
        Words::tr("Reads one term from the standard input and writes it to the standard output. erlang and "
                  "elixir are the languages' syntax for data, etf is the bytes of the External Term "
                  "Format, base64 and hex those bytes as text, json tagged JSON that loses nothing.");
    command.options = {
        {QStringLiteral("from"), QStringLiteral("FORM"), Words::tr("what is read (default: erlang)")},
        {QStringLiteral("to"), QStringLiteral("FORM"),
         Words::tr("what is written (default: elixir for erlang, erlang for the others)")},
        {QStringLiteral("json"), {}, Words::tr("the same as --to json, and errors as JSON, too")}};
    command.example = QStringLiteral("echo '{ok, 1}' | nodescope-cli term");
    command.readsInput = true;
    command.run = runTerm;
    return command;
}

} // namespace nodescope::cli
