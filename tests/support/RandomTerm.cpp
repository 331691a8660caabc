#include "support/RandomTerm.h"

#include <array>
#include <cmath>
#include <cstring>
#include <limits>

namespace nodescope::test {

using term::TermBuilder;

RandomTerm::RandomTerm(quint32 seed)
    : m_random(seed)
{
}

term::Term RandomTerm::next(int size)
{
    TermBuilder builder;
    push(builder, size);
    return builder.take();
}

void RandomTerm::push(TermBuilder &builder, int size)
{
    if (size <= 1 || below(8) == 0)
        pushLeaf(builder);
    else
        pushContainer(builder, size);
}

void RandomTerm::pushLeaf(TermBuilder &builder)
{
    switch (below(6)) {
    case 0:
        return builder.atom(atom());
    case 1:
        return pushBytes(builder);
    case 2:
        return pushIdentifier(builder);
    case 3:
        return builder.charlist(text());
    default:
        return pushNumber(builder);
    }
}

void RandomTerm::pushNumber(TermBuilder &builder)
{
    constexpr std::array<qint64, 12> edges{0,
                                           -1,
                                           255,
                                           256,
                                           std::numeric_limits<qint32>::max(),
                                           std::numeric_limits<qint32>::min(),
                                           qint64(std::numeric_limits<qint32>::max()) + 1,
                                           qint64(std::numeric_limits<qint32>::min()) - 1,
                                           std::numeric_limits<qint64>::max(),
                                           std::numeric_limits<qint64>::min(),
                                           qint64(1) << 59,
                                           -(qint64(1) << 59)};
    switch (below(5)) {
    case 0:
        return builder.integer(edges[static_cast<std::size_t>(below(int(edges.size())))]);
    case 1:
        return builder.integer(static_cast<qint64>(m_random.generate64()));
    case 2:
        return builder.bigInteger(below(2) == 1, bytes());
    case 3: {
        const quint64 bits = m_random.generate64();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return builder.real(std::isfinite(value) ? value : 1.0);
    }
    default:
        return builder.real(below(2000) / 16.0 - 60);
    }
}

void RandomTerm::pushBytes(TermBuilder &builder)
{
    const QByteArray content = bytes();
    if (below(3) == 0)
        builder.utf8(text());
    else if (below(2) == 0 && !content.isEmpty())
        builder.bitstring(content, content.size() * 8 - below(8));
    else
        builder.binary(content);
}

void RandomTerm::pushIdentifier(TermBuilder &builder)
{
    const QString node = below(3) ? QStringLiteral("alice@127.0.0.1") : atom();
    switch (below(4)) {
    case 0:
        return builder.pid({node, word(), word(), word()});
    case 1:
        return builder.port({node, m_random.generate64(), word()});
    case 2: {
        std::array<quint32, term::MaxReferenceWords> words{};
        m_random.fillRange(words.data(), words.size());
        const auto count = 1 + static_cast<std::size_t>(below(term::MaxReferenceWords));
        return builder.reference(
            term::Reference(node, word(), std::span<const quint32>(words.data(), count)));
    }
    default:
        return builder.exportedFunction({atom(), atom(), static_cast<quint32>(below(256))});
    }
}

void RandomTerm::pushContainer(TermBuilder &builder, int size)
{
    const int parts = below(6);
    const int each = parts ? (size - 1) / parts : 0;
    switch (below(10)) {
    case 0:
    case 1:
        return pushMap(builder, size);
    case 2:
        return pushRecord(builder, size);
    case 3:
    case 4:
    case 5:
        for (int i = 0; i < parts; ++i)
            push(builder, each);
        return builder.tuple(parts);
    case 6:
        for (int i = 0; i <= parts; ++i)
            push(builder, each);
        return builder.listWithTail(parts);
    case 7: // a keyword list
        for (int i = 0; i < parts; ++i) {
            builder.atom(atom());
            push(builder, each);
            builder.tuple(2);
        }
        return builder.list(parts);
    default:
        for (int i = 0; i < parts; ++i)
            push(builder, each);
        return builder.list(parts);
    }
}

void RandomTerm::pushMap(TermBuilder &builder, int size)
{
    const int pairs = below(5);
    const int style = below(3);
    for (int i = 0; i < pairs; ++i) {
        if (style == 0)
            builder.atom(atom());
        else
            push(builder, size / 8);
        push(builder, (size - 1) / (pairs + 1));
    }
    if (style == 0 && below(3) == 0) {
        builder.atom(QLatin1String("__struct__"));
        builder.atom(QLatin1String("Elixir.Some.Struct"));
        builder.map(pairs + 1);
        return;
    }
    builder.map(pairs);
}

void RandomTerm::pushRecord(TermBuilder &builder, int size)
{
    const int fields = below(4);
    builder.atom(atom());
    builder.atom(atom());
    for (int i = 0; i < fields; ++i) {
        builder.atom(atom());
        push(builder, (size - 1) / (fields + 1));
    }
    builder.record(fields, true);
}

QString RandomTerm::atom()
{
    static const std::array<QString, 24> atoms{
        QStringLiteral("ok"),
        QStringLiteral("error"),
        QStringLiteral("nil"),
        QStringLiteral("true"),
        QStringLiteral("false"),
        QString(),
        QStringLiteral("undefined"),
        QStringLiteral("Elixir"),
        QStringLiteral("Elixir.String"),
        QStringLiteral("Elixir.A.B1"),
        QStringLiteral("Elixir.a"),
        QStringLiteral("a@b"),
        QStringLiteral("fun"),
        QStringLiteral("receive"),
        QStringLiteral("empty?"),
        QStringLiteral("go!"),
        QStringLiteral("with space"),
        QStringLiteral("it's \"quoted\""),
        QStringLiteral("back\\slash"),
        QStringLiteral("==="),
        QStringLiteral("#{x}"),
        QString::fromUtf8("a\u00e7\u00e3o"),
        QString::fromUtf8("\U0001F600\u202e"),
        QStringLiteral("\n\t\u0001"),
    };
    const int choice = below(30);
    if (choice < 24)
        return atoms[static_cast<std::size_t>(choice)];
    return choice == 29 ? QString(255, QChar(0xe9)) : text().left(20);
}

QString RandomTerm::text()
{
    QString result;
    const bool ascii = below(2) == 0;
    for (int left = below(12); left > 0; --left) {
        char32_t point = static_cast<char32_t>(32 + below(95));
        if (!ascii && below(2))
            point = static_cast<char32_t>(below(4) ? below(0x800) : below(0x10ffff));
        if (point < 0xd800 || point > 0xdfff)
            result += QString::fromUcs4(&point, 1);
    }
    return result;
}

QByteArray RandomTerm::bytes()
{
    QByteArray result(below(10) ? below(20) : below(400), Qt::Uninitialized);
    for (char &byte : result)
        byte = static_cast<char>(word() & 0xff);
    return result;
}

} // namespace nodescope::test
