#include "differential/CaseMaker.h"

#include <array>
#include <cstring>

#include "term/Tags.h"

namespace nodescope::test {

namespace Tag = term::Tag;

quint32 OddTerm::word()
{
    return quint32(nextRandom(m_state) >> 32);
}

quint32 OddTerm::someWord()
{
    switch (below(6)) {
    case 0:
        return word();
    case 1:
        return 0xffffffffu >> below(32);
    default:
        return quint32(below(1000));
    }
}

void OddTerm::word16(QByteArray &out, quint32 value)
{
    out.append(char(value >> 8)).append(char(value));
}

void OddTerm::word32(QByteArray &out, quint32 value)
{
    word16(out, value >> 16);
    word16(out, value & 0xffff);
}

void OddTerm::raw(QByteArray &out, int count)
{
    for (int i = 0; i < count; ++i)
        out.append(char(word()));
}

void OddTerm::counted(QByteArray &out, quint8 tag, quint32 count)
{
    out.append(char(tag));
    word32(out, count);
}

void OddTerm::append(QByteArray &out, int size)
{
    if (size <= 1 || below(8) == 0)
        leaf(out);
    else
        container(out, size);
}

void OddTerm::leaf(QByteArray &out)
{
    switch (below(6)) {
    case 0:
        return atom(out);
    case 1:
        return bytes(out);
    case 2:
        return identifier(out);
    case 3:
        out.append(char(Tag::Nil));
        return;
    default:
        return number(out);
    }
}

void OddTerm::number(QByteArray &out)
{
    switch (below(7)) {
    case 0:
        out.append(char(Tag::SmallInteger)).append(char(word()));
        return;
    case 1:
        return counted(out, Tag::Integer, below(2) ? someWord() : ~someWord());
    case 2:
        return floatText(out);
    case 3: {
        out.append(char(Tag::NewFloat));
        // Zeros of both signs, whole numbers, anything; rarely no number.
        const double value = below(2) ? 0.0 : below(100);
        quint64 bits = 0;
        std::memcpy(&bits, &value, sizeof bits);
        if (below(4) == 0)
            bits = quint64(word()) << 32 | word();
        if (below(3) == 0)
            bits ^= quint64(1) << 63;
        word32(out, quint32(bits >> 32));
        return word32(out, quint32(bits));
    }
    default:
        return bigInteger(out);
    }
}

void OddTerm::floatText(QByteArray &out)
{
    static const std::array<const char *, 22> texts{"1.50000000000000000000e+00",
                                                    "-1.0",
                                                    "+2.5e3",
                                                    "1,5",
                                                    "1.0e400",
                                                    "1.0e-400",
                                                    "0.0",
                                                    "-0.0e0",
                                                    "1e5",
                                                    ".5",
                                                    "5.",
                                                    " 1.0",
                                                    "1.0 ",
                                                    "1.0e",
                                                    "1.0x",
                                                    "",
                                                    "nan",
                                                    "inf",
                                                    "0x1.8p1",
                                                    "1.0E+2",
                                                    "00001.5",
                                                    "4.94065645841246544177e-324"};
    QByteArray text(texts[std::size_t(below(int(texts.size())))]);
    text.resize(31, '\0');
    if (below(10) == 0)
        text[30] = '7';
    out.append(char(Tag::Float)).append(text);
}

void OddTerm::bigInteger(QByteArray &out)
{
    const int size = below(below(10) ? 12 : 300);
    if (below(3) == 0 || size > 255)
        counted(out, Tag::LargeBig, quint32(size));
    else
        out.append(char(Tag::SmallBig)).append(char(size));
    out.append(char(below(10) ? below(2) : below(256)));
    const qsizetype start = out.size();
    raw(out, size);
    for (int zeros = below(3) ? 0 : below(size + 1); zeros > 0; --zeros)
        out[start + size - zeros] = '\0';
}

void OddTerm::bytes(QByteArray &out)
{
    const int size = below(12);
    switch (below(3)) {
    case 0:
        out.append(char(Tag::String));
        word16(out, quint32(size));
        break;
    case 1:
        counted(out, Tag::Binary, quint32(size));
        break;
    default:
        counted(out, Tag::BitBinary, quint32(size));
        out.append(char(below(10) ? 1 + below(8) : below(12)));
    }
    raw(out, size);
}

void OddTerm::atom(QByteArray &out)
{
    static const std::array<QByteArray, 12> texts{"ok",
                                                  "",
                                                  "a@b",
                                                  "nonode@nohost",
                                                  "true",
                                                  "\xc3\xa9",
                                                  "\xe9",
                                                  "\xf0\x9f\x98\x80",
                                                  "\xc0\x80",
                                                  "\xed\xa0\x80",
                                                  QByteArray(255, 'x'),
                                                  QByteArray("z").repeated(100)};
    QByteArray text = below(20) ? texts[std::size_t(below(6))] : texts[std::size_t(below(int(texts.size())))];
    if (below(60) == 0)
        text = QByteArray("\xc3\xa9").repeated(below(2) ? 255 : 256);
    const bool wide = text.size() > 255 || below(3) == 0;
    const bool utf8 = below(2) == 0;
    if (wide) {
        out.append(char(utf8 ? Tag::AtomUtf8 : Tag::Atom));
        word16(out, quint32(text.size()));
    } else {
        out.append(char(utf8 ? Tag::SmallAtomUtf8 : Tag::SmallAtom)).append(char(text.size()));
    }
    out.append(text);
}

void OddTerm::identifier(QByteArray &out)
{
    const quint8 old = quint8(below(8) ? below(4) : below(256));
    switch (below(9)) {
    case 0:
        out.append(char(Tag::Pid));
        atom(out);
        word32(out, someWord());
        word32(out, someWord());
        out.append(char(old));
        return;
    case 1:
        out.append(char(Tag::NewPid));
        atom(out);
        word32(out, someWord());
        word32(out, someWord());
        return word32(out, someWord());
    case 2:
        out.append(char(Tag::Port));
        atom(out);
        word32(out, someWord());
        out.append(char(old));
        return;
    case 3:
        out.append(char(Tag::NewPort));
        atom(out);
        word32(out, someWord());
        return word32(out, someWord());
    case 4:
        out.append(char(Tag::V4Port));
        atom(out);
        word32(out, below(2) ? 0 : someWord());
        word32(out, someWord());
        return word32(out, someWord());
    case 5:
        out.append(char(Tag::Reference));
        atom(out);
        word32(out, someWord());
        out.append(char(old));
        return;
    default: {
        const bool wide = below(2) == 0;
        const int words = below(8) ? 1 + below(3) : below(8);
        out.append(char(wide ? Tag::NewerReference : Tag::NewReference));
        word16(out, quint32(words));
        atom(out);
        if (wide)
            word32(out, someWord());
        else
            out.append(char(old));
        for (int i = 0; i < words; ++i)
            word32(out, someWord());
    }
    }
}

void OddTerm::container(QByteArray &out, int size)
{
    const int parts = below(6);
    const int each = parts ? (size - 1) / parts : 0;
    switch (below(9)) {
    case 0:
        map(out, size);
        return;
    case 1:
        fun(out, size);
        return;
    case 2:
        record(out, size);
        return;
    case 3:
        out.append(char(Tag::Export));
        atom(out);
        atom(out);
        smallInteger(out);
        return;
    case 4:
        counted(out, Tag::LargeTuple, quint32(parts));
        break;
    case 5:
    case 6:
        out.append(char(Tag::SmallTuple)).append(char(parts));
        break;
    default: // lists, whose tail may be a list again
        counted(out, Tag::List, quint32(parts));
        for (int i = 0; i < parts; ++i)
            append(out, each);
        if (below(2) == 0)
            out.append(char(Tag::Nil));
        else
            append(out, size / 3);
        return;
    }
    for (int i = 0; i < parts; ++i)
        append(out, each);
}

void OddTerm::map(QByteArray &out, int size)
{
    const int pairs = below(20) ? below(5) : 30 + below(10);
    counted(out, Tag::Map, quint32(pairs));
    for (int i = 0; i < pairs; ++i) {
        // Now and then a key for the second time.
        if (below(2) == 0)
            out.append(char(Tag::SmallInteger)).append(char(below(25) ? i : below(i + 1)));
        else
            append(out, size / 8);
        append(out, pairs > 5 ? 1 : (size - 1) / (pairs + 1));
    }
}

void OddTerm::smallInteger(QByteArray &out)
{
    switch (below(12)) {
    case 0:
        return counted(out, Tag::Integer, quint32(below(200)));
    case 1:
        return number(out);
    default:
        out.append(char(Tag::SmallInteger)).append(char(word()));
    }
}

void OddTerm::fun(QByteArray &out, int size)
{
    const int free = below(3);
    QByteArray body(1, char(below(5)));
    raw(body, 16);
    word32(body, someWord());
    word32(body, quint32(free));
    atom(body);
    smallInteger(body);
    smallInteger(body);
    body.append(char(below(2) ? Tag::NewPid : Tag::Pid));
    const bool wide = body.back() == char(Tag::NewPid);
    atom(body);
    word32(body, quint32(below(1000)));
    word32(body, quint32(below(1000)));
    if (wide)
        word32(body, someWord());
    else
        body.append(char(below(4)));
    for (int i = 0; i < free; ++i)
        append(body, size / 3);
    counted(out, Tag::NewFun, quint32(body.size() + 4 + (below(8) ? 0 : below(9) - 4)));
    out.append(body);
}

void OddTerm::record(QByteArray &out, int size)
{
    const int fields = below(3);
    counted(out, Tag::Record, quint32(fields));
    out.append(char(below(8) ? below(2) : below(256)));
    for (int i = 0; i < fields + 2; ++i)
        atom(out);
    for (int i = 0; i < fields; ++i)
        append(out, size / 3);
}

} // namespace nodescope::test
