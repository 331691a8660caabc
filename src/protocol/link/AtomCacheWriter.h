#pragma once

#include <vector>

#include <QByteArray>

#include "term/Encoder.h"

namespace nodescope::protocol {

/// The sending side of the atom cache of one link; AtomCache is the receiving side. For each message:
/// begin(), encode with this as EncodeOptions::references, then writeHeader(). Headers must leave in the
/// order in which they were made.
///
/// An atom's slot follows from its text. Another atom that wants the same slot takes it over with the next
/// message; within one message it is spelled out, as is everything beyond 255 entries.
class AtomCacheWriter final : public term::AtomReferences
{
public:
    static constexpr std::size_t MaxEntries = 255;

    void begin();
    [[nodiscard]] int referTo(QByteArrayView utf8) override;
    /// The part of a distribution header from the number of references on: its length, and its bytes.
    [[nodiscard]] qsizetype headerSize() const;
    void writeHeader(char *to) const;
    void appendHeader(QByteArray &out) const;
    /// The message that was begun does not leave after all: the peer will not know its new atoms.
    void forget();

    [[nodiscard]] std::size_t entries() const { return m_entries.size(); }

private:
    struct Entry
    {
        std::size_t slot = 0;
        bool isNew = false;
    };
    [[nodiscard]] char *writeText(char *to, const QByteArray &text) const;
    [[nodiscard]] qsizetype flagsSize() const { return qsizetype(m_entries.size()) / 2 + 1; }
    [[nodiscard]] bool hasLongAtoms() const { return m_longestNew > ShortAtom; }

    static constexpr qsizetype ShortAtom = 255;

    std::vector<QByteArray> m_slots; // null: holds nothing. Grows on first use.
    std::vector<quint32> m_lastUse;  // of a slot: the message, and below the entry in it
    std::vector<Entry> m_entries;    // of this message
    qsizetype m_newEntries = 0;      // of these
    qsizetype m_newBytes = 0;        // their texts
    qsizetype m_longestNew = 0;
    quint32 m_message = 0; // counts in steps of 256
};

} // namespace nodescope::protocol
