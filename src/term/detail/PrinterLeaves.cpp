// Values without parts.

#include <algorithm>
#include <array>
#include <charconv>

#include "term/detail/BigInteger.h"
#include "term/detail/IdBytes.h"
#include "term/detail/LeafBytes.h"
#include "term/detail/PrinterMachine.h"
#include "term/detail/Quoting.h"
#include "term/detail/Utf8.h"

namespace nodescope::term::detail {

namespace {

/// The first `most` bytes at least, to the end of a character; 0: all.
bool isPrintableUtf8(QByteArrayView bytes, qsizetype most)
{
    const auto *at = reinterpret_cast<const uchar *>(bytes.data());
    const uchar *end = at + bytes.size();
    const uchar *enough = most > 0 && most < bytes.size() ? at + most : end;
    while (at < enough) {
        const qint32 point = nextCodePoint(at, end);
        if (point < 0 || !isTextual(static_cast<char32_t>(point)))
            return false;
    }
    return true;
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
}

} // namespace

void PrinterMachine::integer(const Cell &cell)
{
    if (cell.type == CellType::Integer) {
        m_text += QString::number(cell.integer);
        return;
    }
    if (cell.flag)
        m_text += u'-';
    QByteArrayView magnitude = bytesOf(cell);
    if (magnitude.size() <= m_options.decimalBytes) {
        m_text += decimalDigits(magnitude);
        return;
    }
    put(QLatin1String(isElixir() ? "0x" : "16#"));
    if (m_limit > 0 && magnitude.size() > m_limit) // no more digits than are shown
        magnitude = magnitude.last(m_limit + 1);
    m_text += hexDigits(magnitude);
}

void PrinterMachine::real(double value)
{
    std::array<char, 40> digits;
    const char *end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const QString text = QString::fromLatin1(digits.data(), end - digits.data());
    const qsizetype exponent = text.indexOf(u'e');
    // Both languages want digits on both sides of a point, and show exponents without plus and zeros.
    m_text += text.left(exponent);
    if (!text.contains(u'.'))
        put(QLatin1String(".0"));
    if (exponent >= 0)
        m_text += u'e' + QString::number(text.mid(exponent + 1).toInt());
}

void PrinterMachine::binary(const Cell &cell)
{
    const QByteArrayView bytes = bytesOf(cell);
    // What is cut anyway is looked at no further than it is shown: it may be large.
    const bool text = m_options.binariesAsText && cell.type == CellType::Binary &&
                      isPrintableUtf8(bytes, m_limit > 0 ? 4 * (m_limit + 1) : 0);
    if (!text || (bytes.isEmpty() && !isElixir()))
        return bitSegments(cell);
    if (isElixir())
        return appendQuoted(m_text, bytes, u'"', Syntax::Elixir, m_limit);
    put(QLatin1String("<<"));
    appendQuoted(m_text, bytes, u'"', Syntax::Erlang, m_limit);
    put(QLatin1String(isFull() || isAscii(bytes) ? ">>" : "/utf8>>"));
}

void PrinterMachine::bitSegments(const Cell &cell)
{
    put(QLatin1String("<<"));
    const quint32 whole = cell.count - (cell.type == CellType::Bitstring ? 1 : 0);
    for (quint32 i = 0; i < whole && !isFull(); ++i) {
        if (i > 0)
            comma();
        m_text += QString::number(cell.bytes[i]);
    }
    if (cell.type == CellType::Bitstring && !isFull()) {
        if (whole > 0)
            comma();
        m_text += QString::number(cell.bytes[whole] >> (8 - cell.flag));
        put(QLatin1String(isElixir() ? "::size(" : ":"));
        m_text += QString::number(cell.flag);
        if (isElixir())
            m_text += u')';
    }
    put(QLatin1String(">>"));
}

void PrinterMachine::byteList(const Cell &cell)
{
    m_text += u'[';
    for (quint32 i = 0; i < cell.count && !isFull(); ++i) {
        if (i > 0)
            comma();
        m_text += QString::number(cell.bytes[i]);
    }
    m_text += u']';
}

void PrinterMachine::charlist(const Cell &cell)
{
    put(QLatin1String(isElixir() ? "~c\"" : "\""));
    const Cell *elements = cell.type == CellType::List ? parts(cell) : nullptr;
    for (quint32 i = 0; i < cell.count && !isFull(); ++i) {
        const auto point = static_cast<char32_t>(elements ? elements[i].integer : cell.bytes[i]);
        appendEscaped(m_text, point, u'"', m_options.syntax);
    }
    m_text += u'"';
}

void PrinterMachine::identifier(const Cell &cell)
{
    const IdNumbers numbers = idNumbers(cell);
    const bool pid = cell.type == CellType::Pid;
    const bool port = cell.type == CellType::Port;
    if (pid)
        put(QLatin1String(isElixir() ? "#PID<" : "#Pid<"));
    else if (port)
        put(QLatin1String("#Port<"));
    else
        put(QLatin1String(isElixir() ? "#Reference<" : "#Ref<"));
    appendAtom(m_text, m_storage->atomText(cell.count), Syntax::Erlang);
    const auto number = [this](quint64 value) { m_text += u'.' + QString::number(value); };
    if (pid || port)
        number(numbers.id);
    if (pid)
        number(numbers.serial);
    if (!pid && !port)
        std::for_each_n(numbers.words.begin(), cell.small, number);
    number(numbers.creation);
    m_text += u'>';
}

void PrinterMachine::exported(const Cell &cell)
{
    const Cell *names = parts(cell);
    const QByteArrayView module = m_storage->atomText(names[0].count);
    const bool word = module == "nil" || module == "true" || module == "false";
    put(QLatin1String(!isElixir() ? "fun " : word ? "&:" : "&"));
    appendAtom(m_text, module, m_options.syntax);
    m_text += isElixir() ? u'.' : u':';
    const QByteArrayView function = m_storage->atomText(names[1].count);
    if (isElixir())
        appendElixirFunction(m_text, function);
    else
        appendAtom(m_text, function, Syntax::Erlang);
    m_text += u'/' + QString::number(names[2].integer);
}

void PrinterMachine::fun(const Cell &cell)
{
    const Cell *prefix = parts(cell);
    put(QLatin1String("#Fun<"));
    appendAtom(m_text, m_storage->atomText(prefix[1].count), Syntax::Erlang);
    m_text += u'.' + QString::number(prefix[2].integer) + u'.' + QString::number(prefix[3].integer) + u'>';
}

} // namespace nodescope::term::detail
