#include "widgets/terms/TermWords.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>
#include <QLocale>

namespace nodescope::widgets {

using term::Kind;
using term::Term;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(TermWords)
};

int whole(qsizetype count)
{
    return static_cast<int>(std::min<qsizetype>(count, std::numeric_limits<int>::max()));
}

} // namespace

QString kindText(const Term &value)
{
    switch (value.kind()) {
    case Kind::Integer:
        return Text::tr("integer");
    case Kind::BigInteger:
        return Text::tr("large integer, %n byte(s)", nullptr, whole(value.magnitude().size()));
    case Kind::Float:
        return Text::tr("float");
    case Kind::Atom:
        return Text::tr("atom");
    case Kind::Nil:
        return Text::tr("empty list");
    case Kind::List:
        return value.listTail().isNil() ? Text::tr("list of %n", nullptr, whole(value.size()))
                                        : Text::tr("improper list of %n", nullptr, whole(value.size()));
    case Kind::Tuple:
        return Text::tr("tuple of %n", nullptr, whole(value.size()));
    case Kind::Map:
        return Text::tr("map of %n", nullptr, whole(value.size()));
    case Kind::Binary:
        return Text::tr("binary, %n byte(s)", nullptr, whole(value.size()));
    case Kind::Bitstring:
        return Text::tr("bitstring, %n bit(s)", nullptr, whole(value.bitSize()));
    case Kind::Pid:
        return Text::tr("pid");
    case Kind::Port:
        return Text::tr("port");
    case Kind::Reference:
        return Text::tr("reference");
    case Kind::Fun:
    case Kind::Export:
        return Text::tr("function");
    case Kind::Record:
        return Text::tr("record of %n", nullptr, whole(value.size()));
    case Kind::Invalid:
        break;
    }
    return {};
}

QString sentenceFor(const term::DecodeError &error)
{
    return Text::tr("These bytes are no term: at byte %1, %2.")
        .arg(QLocale().toString(error.offset), QString(codeName(error.code)).replace(u'_', u' '));
}

QString rangeText(const term::ByteRange &range, qsizetype size)
{
    const QLocale locale;
    if (range.size == 1)
        return Text::tr("byte %1 of %2").arg(locale.toString(range.offset), locale.toString(size));
    return Text::tr("bytes %1 to %2 of %3")
        .arg(locale.toString(range.offset), locale.toString(range.offset + range.size - 1),
             locale.toString(size));
}

QString wordFor(term::TermDifference::Kind kind)
{
    using DifferenceKind = term::TermDifference::Kind;
    switch (kind) {
    case DifferenceKind::Changed:
        return Text::tr("changed");
    case DifferenceKind::OnlyLeft:
        return Text::tr("only left");
    case DifferenceKind::OnlyRight:
        return Text::tr("only right");
    }
    return {};
}

} // namespace nodescope::widgets
