#include "term/Decoder.h"

#include <array>
#include <optional>

#include <QtEndian>

#include "term/Tags.h"
#include "term/detail/DecoderMachine.h"
#include "term/detail/Inflate.h"
#include "term/detail/ListTails.h"
#include "term/detail/MapKeys.h"
#include "term/detail/Utf8.h"

namespace nodescope::term {

using Code = DecodeError::Code;
using Outcome = base::Result<Decoded, DecodeError>;

namespace {

/// Beyond this, counts would not fit into cells.
constexpr qsizetype HardFrameLimit = 0x7fffffff;

DecodeError errorAt(const QByteArray &frame, qsizetype offset, Code code, qint64 declared = -1)
{
    DecodeError error;
    error.code = code;
    error.offset = offset;
    error.tag = offset < frame.size() ? static_cast<quint8>(frame[offset]) : 0;
    error.context = frame.mid(offset, 16);
    error.declared = declared;
    return error;
}

/// A term of so few bytes has room in memory that need not be taken.
constexpr qsizetype FewBytes = 128;

/// Cells to begin with. Memory that is not written to costs nothing, copying while growing does; what is left
/// over is given back in the end.
quint64 firstCells(qsizetype bytes)
{
    constexpr qsizetype Most = 1 << 20;
    return static_cast<quint64>(std::min(bytes / 3 + 256, Most));
}

/// A message is often one binary: that needs neither cells nor a machine. Null if it is none, or not whole.
std::optional<Decoded> decodeBinary(const QByteArray &frame, qsizetype offset)
{
    constexpr qsizetype Header = 5;
    const qsizetype left = frame.size() - offset - Header;
    if (left < 0 || static_cast<quint8>(frame[offset]) != Tag::Binary)
        return std::nullopt;
    const auto size = qFromBigEndian<quint32>(frame.constData() + offset + 1);
    if (size > static_cast<quint64>(left))
        return std::nullopt;
    const QExplicitlySharedDataPointer<detail::Storage> storage(new detail::Storage);
    detail::Cell cell{detail::CellType::Binary, 0, 0, size};
    cell.bytes = storage->keep(frame) + offset + Header;
    return Decoded{detail::Access::make(cell, storage.data()), Header + qsizetype(size)};
}

/// Decodes from `offset` on, where the tag stands.
Outcome decodeValue(const QByteArray &source, qsizetype offset, const DecodeOptions &options)
{
    if (options.limits.values > 0) {
        if (auto binary = decodeBinary(source, offset))
            return std::move(*binary);
    }
    // What the term borrows must have an owner.
    QByteArray frame = source;
    if (!frame.data_ptr().d_ptr())
        frame = QByteArray(frame.constData(), frame.size());
    const auto *origin = reinterpret_cast<const uchar *>(frame.constData());
    QExplicitlySharedDataPointer<detail::Storage> storage(new detail::Storage);
    std::array<detail::Cell, FewBytes> few;
    if (frame.size() - offset <= FewBytes)
        storage->beginIn(few.data(), few.size());
    else
        storage->reserve(firstCells(frame.size() - offset));
    detail::DecoderMachine machine(QByteArrayView(frame).sliced(offset), origin, options, *storage);
    if (!machine.run())
        return base::Failure{machine.error()};
    const auto maxCells = static_cast<quint64>(options.limits.values) * 3;
    if (machine.hasListTails() && !detail::joinListTails(*storage, maxCells))
        return base::Failure{errorAt(frame, offset, Code::TooManyValues)};
    auto [firstMap, mapsEnd] = machine.mapRange();
    if (machine.hasListTails()) // cells were moved
        mapsEnd = mapsEnd ? storage->cellCount() : 0;
    if (detail::hasEqualKeys(*storage, firstMap, mapsEnd))
        return base::Failure{errorAt(frame, offset, Code::DuplicateKey)};
    if (machine.borrows())
        storage->keep(frame);
    const detail::Cell root = storage->cells()[0];
    storage->shrink(root);
    return Decoded{detail::Access::make(root, storage.data()), machine.position() - origin - offset};
}

/// Tag 80, straight behind the version: `offset` is the tag's.
Outcome decodeCompressed(const QByteArray &frame, qsizetype offset, const DecodeOptions &options)
{
    constexpr qsizetype Header = 5;
    if (frame.size() - offset < Header)
        return base::Failure{errorAt(frame, offset, Code::Truncated)};
    const auto stated = qFromBigEndian<quint32>(frame.constData() + offset + 1);
    const auto inflated =
        detail::inflate(QByteArrayView(frame).sliced(offset + Header), stated, options.limits);
    if (!inflated)
        return base::Failure{errorAt(frame, offset, inflated.error(), stated)};
    Outcome inner = decodeValue(inflated->bytes, 0, options);
    if (!inner) {
        DecodeError error = inner.error();
        error.inflated = true;
        return base::Failure{error};
    }
    inner->consumed = Header + inflated->consumed;
    return inner;
}

} // namespace

Outcome decode(const QByteArray &frame, qsizetype offset, const DecodeOptions &options)
{
    if (offset < 0 || offset >= frame.size())
        return base::Failure{errorAt(frame, qBound<qsizetype>(0, offset, frame.size()), Code::Truncated)};
    const qsizetype size = frame.size() - offset;
    if (size > std::min(options.limits.frameBytes, HardFrameLimit))
        return base::Failure{errorAt(frame, offset, Code::FrameTooLarge, size)};
    if (!options.versionByte)
        return decodeValue(frame, offset, options);
    if (static_cast<quint8>(frame[offset]) != Tag::Version)
        return base::Failure{errorAt(frame, offset, Code::BadVersion)};
    if (size == 1)
        return base::Failure{errorAt(frame, offset + 1, Code::Truncated)};
    const bool compressed = static_cast<quint8>(frame[offset + 1]) == Tag::Compressed;
    Outcome outcome =
        compressed ? decodeCompressed(frame, offset + 1, options) : decodeValue(frame, offset + 1, options);
    if (outcome)
        ++outcome->consumed;
    return outcome;
}

bool isAtomText(QByteArrayView utf8)
{
    const qsizetype characters =
        detail::utf8Length(reinterpret_cast<const uchar *>(utf8.data()), utf8.size());
    return characters >= 0 && characters <= MaxAtomCharacters;
}

QLatin1String codeName(Code code)
{
    switch (code) {
    case Code::Truncated:
        return QLatin1String("truncated");
    case Code::CountExceedsInput:
        return QLatin1String("count_exceeds_input");
    case Code::BadVersion:
        return QLatin1String("bad_version");
    case Code::UnknownTag:
        return QLatin1String("unknown_tag");
    case Code::BadAtom:
        return QLatin1String("bad_atom");
    case Code::AtomTooLong:
        return QLatin1String("atom_too_long");
    case Code::BadCacheReference:
        return QLatin1String("bad_cache_reference");
    case Code::BadFloat:
        return QLatin1String("bad_float");
    case Code::BadBitCount:
        return QLatin1String("bad_bit_count");
    case Code::BadReference:
        return QLatin1String("bad_reference");
    case Code::BadIdentifier:
        return QLatin1String("bad_identifier");
    case Code::BadFun:
        return QLatin1String("bad_fun");
    case Code::BadRecord:
        return QLatin1String("bad_record");
    case Code::DuplicateKey:
        return QLatin1String("duplicate_key");
    case Code::TupleTooLarge:
        return QLatin1String("tuple_too_large");
    case Code::NestedCompression:
        return QLatin1String("nested_compression");
    case Code::BadCompression:
        return QLatin1String("bad_compression");
    case Code::InflatedSizeMismatch:
        return QLatin1String("inflated_size_mismatch");
    case Code::FrameTooLarge:
        return QLatin1String("frame_too_large");
    case Code::InflatedTooLarge:
        return QLatin1String("inflated_too_large");
    case Code::TooManyValues:
        return QLatin1String("too_many_values");
    case Code::TooManyAtoms:
        return QLatin1String("too_many_atoms");
    }
    return {};
}

} // namespace nodescope::term
