#pragma once

#include <span>

#include <QByteArray>
#include <QMetaType>

#include "base/Result.h"
#include "term/Limits.h"
#include "term/Term.h"

namespace nodescope::term {

/// Why bytes are no term. The peer broke the format, or a limit of ours was reached.
struct DecodeError
{
    enum class Code : quint8 {
        Truncated,         ///< the input ends within a value
        CountExceedsInput, ///< more elements or bytes are declared than can follow
        BadVersion,        ///< the first byte is not 131
        UnknownTag,
        BadAtom,              ///< no UTF-8, a surrogate, or an overlong form
        AtomTooLong,          ///< over 255 characters
        BadCacheReference,    ///< tag 82 outside a header, or an entry that the header lacks
        BadFloat,             ///< NaN, infinity, or unreadable text
        BadBitCount,          ///< bits 0 or above 8, or without data
        BadReference,         ///< no words, or more than five
        BadIdentifier,        ///< the node of a pid, port or reference is no atom
        BadFun,               ///< parts of a fun or exported function have the wrong kind
        BadRecord,            ///< parts of a native record have the wrong kind
        DuplicateKey,         ///< in a map
        TupleTooLarge,        ///< 2^24 elements or more
        NestedCompression,    ///< tag 80 anywhere but straight behind 131
        BadCompression,       ///< no zlib data, or damaged
        InflatedSizeMismatch, ///< inflates to another size than stated
        FrameTooLarge,        ///< Limits::frameBytes
        InflatedTooLarge,     ///< Limits::inflatedBytes
        TooManyValues,        ///< Limits::values
        TooManyAtoms,         ///< Limits::atoms
    };

    Code code = Code::Truncated;
    /// Where in the frame (or in the inflated bytes, see `inflated`) the value begins that is wrong.
    qsizetype offset = 0;
    /// The tag in question, 0 if none.
    quint8 tag = 0;
    /// The offset counts in the inflated bytes of a compressed term.
    bool inflated = false;
    /// Up to 16 bytes from `offset` on, to be shown as hex.
    QByteArray context;
    /// The declared count or size, where that is what is wrong; else -1.
    qint64 declared = -1;

    friend bool operator==(const DecodeError &, const DecodeError &) = default;
};

/// A name for logs and JSON, such as "unknown_tag". Text for people is made in widgets and cli.
[[nodiscard]] QLatin1String codeName(DecodeError::Code code);

struct DecodeOptions
{
    /// Whether the term begins with 131. Inside distribution messages with a header it does not.
    bool versionByte = true;
    /// UTF-8 texts of the entries of the distribution header, for tag 82. Only read during decode().
    std::span<const QByteArray> headerAtoms = {};
    Limits limits = {};
};

struct Decoded
{
    Term term;
    /// Bytes taken from `offset` on. Bytes behind are no error here.
    qsizetype consumed = 0;
};

/// Decodes one term of the External Term Format that starts at `offset` of `frame`.
///
/// Verdicts are OTP's (see README.md); where releases differ, those of OTP 27. The term keeps the frame
/// alive and its binaries are views into it: pass a frame that owns its bytes (a raw view is copied). Time
/// and memory are linear in the input; nothing recurses. Thread-safe.
[[nodiscard]] base::Result<Decoded, DecodeError> decode(const QByteArray &frame, qsizetype offset = 0,
                                                        const DecodeOptions &options = {});

/// Whether these bytes can be an atom: UTF-8 of at most MaxAtomCharacters characters.
[[nodiscard]] bool isAtomText(QByteArrayView utf8);

} // namespace nodescope::term

Q_DECLARE_METATYPE(nodescope::term::DecodeError)
