#include "differential/CaseMaker.h"

#include <array>

#include "support/RandomTerm.h"
#include "term/Encoder.h"
#include "term/Tags.h"

namespace nodescope::test {

namespace Tag = term::Tag;

quint64 nextRandom(quint64 &state)
{
    state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

quint32 CaseMaker::word()
{
    return quint32(nextRandom(m_state) >> 32);
}

QByteArray CaseMaker::make(quint64 number)
{
    m_state = m_seed * 0x2545f4914f6cdd1dULL + number;
    QByteArray bytes = intact();
    if (below(2) == 0) {
        for (int left = 1 + below(3); left > 0; --left)
            mutate(bytes);
    }
    return bytes;
}

QByteArray CaseMaker::intact()
{
    const int size = 1 + below(below(10) ? 12 : 60);
    if (below(2) == 0) {
        RandomTerm random(word());
        term::EncodeOptions options;
        options.compression = below(20) ? 0 : 1 + below(9);
        return term::encode(random.next(size), options);
    }
    QByteArray bytes(1, char(Tag::Version));
    OddTerm(word()).append(bytes, size);
    if (below(30) != 0)
        return bytes;
    // Behind a stated size, which may lie.
    const QByteArray packed = qCompress(bytes.mid(1));
    const qint32 lie = below(4) ? 0 : below(5) - 2;
    QByteArray compressed(2, char(Tag::Version));
    compressed[1] = char(Tag::Compressed);
    const auto stated = quint32(bytes.size() - 1 + lie);
    for (int shift = 24; shift >= 0; shift -= 8)
        compressed.append(char(stated >> shift));
    return compressed + packed.mid(4);
}

void CaseMaker::mutate(QByteArray &bytes)
{
    // The version byte is left alone most of the time: there is little to learn from it.
    const qsizetype first = below(50) && bytes.size() > 1 ? 1 : 0;
    const qsizetype at = first + below(int(qMax(qsizetype(1), bytes.size() - first)));
    constexpr std::array<uchar, 30> tags{67,  70,  77,  80,  82,  88,  89,  90,  97,  98,
                                         99,  100, 101, 102, 103, 104, 105, 106, 107, 108,
                                         109, 110, 111, 112, 113, 114, 115, 116, 118, 119};
    if (bytes.isEmpty())
        return;
    const qsizetype place = qMin(at, bytes.size() - 1);
    switch (below(9)) {
    case 0:
        bytes[place] = char(bytes[place] ^ (1 << below(8)));
        break;
    case 1:
        bytes[place] = char(tags[std::size_t(below(int(tags.size())))]);
        break;
    case 2:
        bytes[place] = char(below(2) ? below(4) : 255 - below(4));
        break;
    case 3:
        bytes.truncate(place);
        break;
    case 4:
        bytes.insert(place, char(word()));
        break;
    case 5:
        bytes.remove(place, 1 + below(4));
        break;
    case 6:
        bytes.insert(place, bytes.mid(first + below(int(bytes.size())), 1 + below(30)));
        break;
    case 7: // a length
        bytes.replace(place, 4,
                      QByteArray::fromHex("00000000").replace(3, 1, QByteArray(1, char(below(20)))));
        break;
    default:
        bytes[place] = char(word());
    }
}

} // namespace nodescope::test
