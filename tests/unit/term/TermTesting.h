#pragma once

#include <QtTest>

#include "term/Decoder.h"
#include "term/Encoder.h"
#include "term/Parser.h"
#include "term/Printer.h"

/// What the tests of terms share.
namespace nodescope::term {

/// For QCOMPARE.
inline char *toString(const Term &term)
{
    return QTest::toString(toErlang(term, 2000));
}

/// Bytes from hexadecimal digits, blanks ignored.
inline QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// Reads Erlang or Elixir text that must be right.
inline Term read(QStringView text, Syntax syntax = Syntax::Erlang)
{
    ParseOptions options;
    options.syntax = syntax;
    const auto result = parse(text, options);
    if (!result)
        qWarning() << "cannot read" << text << codeName(result.error().code) << result.error().offset;
    return result ? *result : Term();
}

/// Decodes `131 …` that must be right.
inline Term decoded(const QByteArray &bytes)
{
    const auto result = decode(bytes);
    if (!result)
        qWarning() << "cannot decode" << bytes.toHex() << codeName(result.error().code)
                   << result.error().offset;
    return result ? result->term : Term();
}

} // namespace nodescope::term
