// Erlang's and Elixir's syntax of data, as people type it.

#include "FuzzInput.h"
#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Parser.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::term;

namespace {

enum Choice : quint8 { Elixir = 1, Utf16 = 2, TightLimits = 4 };

void checkError(const ParseError &error, const QString &text)
{
    FUZZ_CHECK(error.offset >= 0 && error.offset <= text.size());
    FUZZ_CHECK(error.line >= 1 && error.column >= 1);
    FUZZ_CHECK(error.line == 1 + QStringView(text).first(error.offset).count(u'\n'));
    FUZZ_CHECK(codeName(error.code).size() > 0);
}

QString textOf(QByteArrayView bytes, bool utf16)
{
    if (!utf16)
        return QString::fromUtf8(bytes);
    // Lone surrogates come in this way.
    QString text;
    for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
        text += QChar(char16_t(quint8(bytes[i]) << 8 | quint8(bytes[i + 1])));
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const QString text = textOf(input.rest(), choice & Utf16);
    ParseOptions options;
    options.syntax = choice & Elixir ? Syntax::Elixir : Syntax::Erlang;
    options.limits.decimalDigits = 5000;
    if (choice & TightLimits)
        options.limits.values = 12;
    const auto term = parse(text, options);
    if (!term) {
        checkError(term.error(), text);
        return 0;
    }
    FUZZ_CHECK(term->isValid());
    const QByteArray encoded = encode(*term);
    const auto decoded = decode(encoded);
    FUZZ_CHECK(decoded && decoded->term == *term);
    for (const Syntax syntax : {Syntax::Erlang, Syntax::Elixir}) {
        PrintOptions printing;
        printing.syntax = syntax;
        const QString printed = print(*term, printing).text;
        const auto again = parse(printed, {syntax, {}});
        FUZZ_CHECK(again);
        FUZZ_CHECK(*again == *term);
        FUZZ_CHECK(print(*again, printing).text == printed);
    }
    return 0;
}
