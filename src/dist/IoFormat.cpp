#include "dist/IoFormat.h"

#include <algorithm>
#include <optional>

#include "term/Printer.h"

namespace nodescope::dist {

using term::Term;

namespace {

constexpr qsizetype MaxWidth = 1000; // of one column: a peer may ask for any
constexpr int DefaultPrecision = 6;

/// `~F.P.PadModC`, erlang's stdlib, io:fwrite/3.
struct Control
{
    std::optional<qsizetype> width;
    bool left = false;
    std::optional<qsizetype> precision;
    QChar pad = u' ';
    QChar character;
};

QString printed(const Term &term, bool asText)
{
    term::PrintOptions options;
    options.maxCharacters = MaxFormattedText;
    options.charlistsAsText = asText;
    options.binariesAsText = asText;
    return term::print(term, options).text;
}

QString inBase(const Term &number, qsizetype base)
{
    const auto value = number.toInteger();
    if (!value || base < 2 || base > 36)
        return number.decimalText();
    return QString::number(*value, int(base));
}

class Formatter
{
public:
    Formatter(QString format, const Term &arguments)
        : m_format(std::move(format))
        , m_arguments(arguments)
    {
    }

    [[nodiscard]] std::optional<QString> run()
    {
        while (m_at < m_format.size() && m_good && m_text.size() < MaxFormattedText) {
            const QChar character = m_format.at(m_at++);
            if (character == u'~')
                m_text += column(readControl());
            else
                m_text += character;
        }
        return m_good ? std::optional(m_text) : std::nullopt;
    }

private:
    [[nodiscard]] QChar peek() const { return m_at < m_format.size() ? m_format.at(m_at) : QChar(); }
    [[nodiscard]] bool skip(QChar character)
    {
        if (peek() != character || m_at >= m_format.size())
            return false;
        ++m_at;
        return true;
    }
    Term argument()
    {
        m_good = m_good && m_argument < m_arguments.size();
        return m_arguments.at(m_argument++);
    }
    [[nodiscard]] std::optional<qsizetype> readNumber()
    {
        if (skip(u'*'))
            return qsizetype(argument().toInteger().value_or(0));
        std::optional<qsizetype> number;
        while (peek().isDigit())
            number = std::min(number.value_or(0) * 10 + m_format.at(m_at++).digitValue(), 10 * MaxWidth);
        return number;
    }

    Control readControl()
    {
        Control control;
        control.left = skip(u'-');
        control.width = readNumber();
        if (control.width && *control.width < 0) { // by `*`
            control.left = true;
            control.width = -*control.width;
        }
        if (skip(u'.')) {
            control.precision = readNumber();
            if (skip(u'.'))
                control.pad = peek() == u'*' ? QChar(char16_t(readNumber().value_or(u' ')))
                                             : m_format.at(m_at++ % m_format.size());
        }
        while (peek() == u't' || peek() == u'l' || peek() == u'k' || peek() == u'K') {
            if (m_format.at(m_at++) == u'K')
                argument(); // how to order maps
        }
        control.character = peek();
        ++m_at;
        m_good = m_good && m_at <= m_format.size();
        return control;
    }

    [[nodiscard]] QString column(const Control &control)
    {
        QString text = value(control);
        if (!control.width || control.character == u'n' || control.character == u'i')
            return text;
        const qsizetype width = std::min(*control.width, MaxWidth);
        if (text.size() > width) // numbers that do not fit are stars, text is cut
            return control.character == u's' ? text.left(width)
                   : isNumber(control)       ? QString(width, u'*')
                                             : text;
        const bool left = control.left;
        return left ? text.leftJustified(width, control.pad) : text.rightJustified(width, control.pad);
    }
    [[nodiscard]] static bool isNumber(const Control &control)
    {
        return QStringLiteral("fegBXb#x+").contains(control.character);
    }

    [[nodiscard]] QString value(const Control &control)
    {
        switch (control.character.unicode()) {
        case u'~':
            return QStringLiteral("~");
        case u'n':
            return QString(std::clamp<qsizetype>(control.width.value_or(1), 0, MaxWidth), u'\n');
        case u'i':
            argument();
            return {};
        case u'c':
            return character(control);
        case u's':
            return text(control);
        case u'w':
            return printed(argument(), false);
        case u'p':
            return printed(argument(), true);
        case u'W':
        case u'P': {
            const Term term = argument();
            argument(); // depth
            return printed(term, control.character == u'P');
        }
        default:
            return number(control);
        }
    }
    [[nodiscard]] QString character(const Control &control)
    {
        const char32_t code = char32_t(argument().toUnsigned().value_or(0xfffd));
        const qsizetype times = control.precision ? *control.precision : control.width.value_or(1);
        return QString::fromUcs4(&code, 1).repeated(std::clamp<qsizetype>(times, 0, MaxWidth));
    }
    [[nodiscard]] QString text(const Control &control)
    {
        const Term term = argument();
        const auto text = term.isAtom() ? std::optional(term.atomText()) : term.toText();
        m_good = m_good && text;
        return text.value_or(QString()).left(control.precision.value_or(-1));
    }
    [[nodiscard]] QString number(const Control &control)
    {
        const Term term = argument();
        const char16_t kind = control.character.unicode();
        if (kind == u'f' || kind == u'e' || kind == u'g') {
            const auto value = term.isFloat() ? term.toDouble() : std::nullopt;
            m_good = m_good && value;
            return QString::number(
                value.value_or(0), char(kind),
                int(std::min<qsizetype>(control.precision.value_or(DefaultPrecision), 100)));
        }
        const bool isKnown =
            kind == u'B' || kind == u'X' || kind == u'#' || kind == u'b' || kind == u'x' || kind == u'+';
        m_good = m_good && isKnown && term.isInteger();
        if (!m_good)
            return {};
        const qsizetype base = control.precision.value_or(10);
        QString digits = inBase(term, base);
        const QString sign = digits.startsWith(u'-') ? QStringLiteral("-") : QString();
        digits = digits.mid(sign.size());
        if (kind == u'B' || kind == u'X' || kind == u'#')
            digits = digits.toUpper();
        if (kind == u'X' || kind == u'x')
            return sign + prefix() + digits;
        return kind == u'#' || kind == u'+' ? QString(sign + QString::number(base) + u'#' + digits)
                                            : QString(sign + digits);
    }
    [[nodiscard]] QString prefix()
    {
        const Term term = argument();
        return term.isAtom() ? term.atomText() : term.toText().value_or(QString());
    }

    const QString m_format;
    const Term m_arguments;
    qsizetype m_at = 0;
    qsizetype m_argument = 0;
    QString m_text;
    bool m_good = true;
};

} // namespace

QString formatIo(const Term &format, const Term &arguments)
{
    const auto text = format.isAtom() ? std::optional(format.atomText()) : format.toText();
    QString formatted =
        text ? Formatter(*text, arguments).run().value_or(QString(*text + u' ' + printed(arguments, true)))
             : printed(Term::tuple({format, arguments}), true);
    if (formatted.size() > MaxFormattedText)
        formatted = formatted.left(MaxFormattedText) + u'…';
    return formatted;
}

} // namespace nodescope::dist
