// Terms: what is decoded can be written, read again, printed, parsed and exported, and stays the same.

#include <array>

#include <QJsonDocument>

#include "FuzzInput.h"
#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Json.h"
#include "term/Parser.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::term;

namespace {

enum Choice : quint8 { WithoutVersion = 1, TightLimits = 2, WithHeader = 4, Pretty = 8, AsNumbers = 16 };

/// Whether a value of this kind is in it. Depth is bounded, so recursion is safe; what is deeper may hold
/// one.
bool holds(const Term &term, Kind kind, int depth = 0)
{
    if (term.kind() == kind || depth > 200)
        return true;
    for (const Term &element : term.elements()) {
        if (holds(element, kind, depth + 1))
            return true;
    }
    for (const auto &[key, value] : term.entries()) {
        if (holds(key, kind, depth + 1) || holds(value, kind, depth + 1))
            return true;
    }
    return term.kind() == Kind::List && !term.listTail().isNil() && holds(term.listTail(), kind, depth + 1);
}

void checkError(const DecodeError &error, const QByteArray &bytes)
{
    FUZZ_CHECK(error.offset >= 0);
    FUZZ_CHECK(error.inflated || error.offset <= bytes.size());
    FUZZ_CHECK(error.context.size() <= 16);
    FUZZ_CHECK(error.inflated || error.code == DecodeError::Code::FrameTooLarge ||
               bytes.mid(error.offset, error.context.size()) == error.context);
    FUZZ_CHECK(codeName(error.code).size() > 0);
}

void checkBytes(const Term &term)
{
    const QByteArray encoded = encode(term);
    const auto back = decode(encoded);
    FUZZ_CHECK(back);
    FUZZ_CHECK(back->term == term);
    FUZZ_CHECK(term == back->term);
    FUZZ_CHECK(compare(back->term, term) == 0);
    FUZZ_CHECK(qHash(back->term) == qHash(term));
    FUZZ_CHECK(back->consumed == encoded.size());
    FUZZ_CHECK(encode(back->term) == encoded);
    const Term copy = term.detached();
    FUZZ_CHECK(copy == term);
    FUZZ_CHECK(encode(copy) == encoded);
    FUZZ_CHECK(!decode(encoded.first(encoded.size() - 1)));
    const QByteArray packed = encode(term, {true, 1});
    FUZZ_CHECK(packed.size() <= encoded.size());
    const auto unpacked = decode(packed);
    FUZZ_CHECK(unpacked && unpacked->term == term && unpacked->consumed == packed.size());
}

void checkText(const Term &term, quint8 choice)
{
    for (const Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
        PrintOptions options;
        options.syntax = syntax;
        options.pretty = choice & Pretty;
        options.charlistsAsText = options.binariesAsText = !(choice & AsNumbers);
        const Printed printed = print(term, options);
        FUZZ_CHECK(!printed.truncated);
        const auto read = parse(printed.text, {syntax, {}});
        if (!holds(term, Kind::Fun)) { // text cannot express it
            if (!read)
                std::fprintf(stderr, "%s at %lld in %s\n", codeName(read.error().code).latin1(),
                             static_cast<long long>(read.error().offset), qPrintable(printed.text));
            FUZZ_CHECK(read);
            FUZZ_CHECK(*read == term);
        }
        options.maxCharacters = 40;
        FUZZ_CHECK(print(term, options).text.size() < 40 + 400);
    }
}

void checkJson(const Term &term)
{
    for (const bool plain : {false, true}) {
        const QByteArray json = toJson(term, {plain});
        FUZZ_CHECK(!json.contains('\n'));
        QJsonParseError error;
        (void)QJsonDocument::fromJson("[" + json + "]", &error);
        FUZZ_CHECK(error.error == QJsonParseError::NoError || error.error == QJsonParseError::DeepNesting);
    }
}

/// Every question may be asked of every term.
void checkQuestions(const Term &term)
{
    (void)term.toIoData();
    (void)term.toText();
    (void)term.toList();
    (void)term.decimalText();
    (void)term.toPid();
    (void)term.toPort();
    (void)term.toReference();
    (void)term.toExportedFunction();
    (void)term.module();
    (void)term.recordName();
    (void)term.freeVariable(0);
    FUZZ_CHECK(term.heldBytes() >= 0);
    FUZZ_CHECK(!term.at(term.size()).isValid() && !term.at(-1).isValid());
    for (qsizetype i = 1; i < qMin<qsizetype>(term.size(), 20); ++i) {
        const Term a = term.at(i - 1);
        const Term b = term.at(i);
        FUZZ_CHECK(compare(a, b) == -compare(b, a));
        FUZZ_CHECK(!(a == b) || compare(a, b) == 0);
        FUZZ_CHECK(!(a == b) || qHash(a) == qHash(b));
    }
    for (const auto &[key, value] : term.entries())
        FUZZ_CHECK(term.value(key) == value);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const QByteArray bytes = input.rest().toByteArray();
    const std::array<QByteArray, 3> atoms{"ok", "", "\xc3\xa9"};
    DecodeOptions options;
    options.versionByte = !(choice & WithoutVersion);
    if (choice & WithHeader)
        options.headerAtoms = atoms;
    if (choice & TightLimits)
        options.limits = {256, 300, 24, 3, 40};
    else
        options.limits.inflatedBytes = 1 << 20;
    const auto decoded = decode(bytes, 0, options);
    if (!decoded) {
        checkError(decoded.error(), bytes);
        return 0;
    }
    FUZZ_CHECK(decoded->consumed > 0 && decoded->consumed <= bytes.size());
    const auto exact = decode(bytes.first(decoded->consumed), 0, options);
    FUZZ_CHECK(exact && exact->term == decoded->term && exact->consumed == decoded->consumed);
    FUZZ_CHECK(!decode(bytes.first(decoded->consumed - 1), 0, options));
    checkBytes(decoded->term);
    checkText(decoded->term, choice);
    checkJson(decoded->term);
    checkQuestions(decoded->term);
    return 0;
}
