#pragma once

#include <QtEndian>

#include "term/Identifiers.h"
#include "term/detail/Storage.h"

/// Reading and writing the numbers of pids, ports and references in the bytes that their cells point to.
namespace nodescope::term::detail {

struct IdNumbers
{
    quint64 id = 0; ///< of a pid or port
    quint32 serial = 0;
    quint32 creation = 0;
    std::array<quint32, MaxReferenceWords> words{};
};

[[nodiscard]] inline quint32 word(const uchar *bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

/// Bytes that the numbers of such a cell take.
[[nodiscard]] constexpr quint32 idBytes(CellType type, IdForm form, quint32 words)
{
    const quint32 creation = form == IdForm::Legacy || form == IdForm::OldReference ? 1 : 4;
    switch (type) {
    case CellType::Pid:
        return 8 + creation;
    case CellType::Port:
        return (form == IdForm::Wider ? 8 : 4) + creation;
    default:
        return creation + 4 * words;
    }
}

[[nodiscard]] inline IdNumbers idNumbers(const Cell &cell)
{
    const auto form = static_cast<IdForm>(cell.flag);
    const bool narrow = form == IdForm::Legacy || form == IdForm::OldReference;
    const uchar *at = cell.bytes;
    IdNumbers numbers;
    const auto creation = [narrow](const uchar *bytes) { return narrow ? *bytes : word(bytes); };
    if (cell.type == CellType::Pid) {
        numbers.id = word(at);
        numbers.serial = word(at + 4);
        numbers.creation = creation(at + 8);
    } else if (cell.type == CellType::Port) {
        numbers.id = form == IdForm::Wider ? qFromBigEndian<quint64>(at) : word(at);
        numbers.creation = creation(at + (form == IdForm::Wider ? 8 : 4));
    } else if (form == IdForm::OldReference) {
        numbers.words[0] = word(at);
        numbers.creation = at[4];
    } else {
        numbers.creation = creation(at);
        for (std::size_t i = 0; i < cell.small; ++i)
            numbers.words[i] = word(at + (narrow ? 1 : 4) + 4 * i);
    }
    return numbers;
}

} // namespace nodescope::term::detail
