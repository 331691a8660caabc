#include "protocol/link/FragmentAssembler.h"

#include "protocol/Bytes.h"

namespace nodescope::protocol {

namespace {

// A cached atom may be shared, but a peer can replace it in the cache and leave us the only holder.
qsizetype bytesOf(const HeaderAtoms &atoms)
{
    qsizetype bytes = 0;
    for (const QByteArray &atom : atoms)
        bytes += qsizetype(sizeof(QByteArray)) + atom.size();
    return bytes;
}

} // namespace

FragmentAssembler::FragmentAssembler(const Limits &limits)
    : m_limits(limits)
{
}

FragmentAssembler::Outcome FragmentAssembler::begin(quint64 sequence, quint64 number, QByteArray bytes,
                                                    HeaderAtoms atoms, base::Instant now, int unknownAtoms,
                                                    qsizetype from)
{
    if (number == 0)
        return Fault::NoFragments;
    if (const auto open = m_open.constFind(sequence); open != m_open.constEnd()) {
        // Only the end of one that was begun before the loss can have been lost.
        if (!m_forgetful || !open->dropped)
            return Fault::DuplicateStart;
        m_open.erase(open);
    }
    if (!hasRoom())
        return Fault::TooManySequences;
    const Entry entry = m_open.insert(sequence, Sequence());
    entry->atomBytes = bytesOf(atoms);
    m_held += entry->atomBytes;
    entry->atoms = std::move(atoms);
    entry->unknownAtoms = unknownAtoms;
    entry->next = number;
    entry->touched = now;
    const qsizetype size = bytes.size();
    entry->bytes = std::move(bytes);
    entry->from = from;
    count(*entry, size);
    return finishIfLast(entry);
}

FragmentAssembler::Outcome FragmentAssembler::append(quint64 sequence, quint64 number, QByteArrayView bytes,
                                                     base::Instant now)
{
    const auto found = find(sequence, number, now);
    if (const Fault *fault = std::get_if<Fault>(&found))
        return *fault;
    const Entry entry = std::get<Entry>(found);
    store(*entry, bytes);
    return finishIfLast(entry);
}

FragmentAssembler::Outcome FragmentAssembler::skip(quint64 sequence, quint64 number, qint64 size,
                                                   base::Instant now)
{
    const auto found = find(sequence, number, now);
    if (const Fault *fault = std::get_if<Fault>(&found))
        return *fault;
    const Entry entry = std::get<Entry>(found);
    entry->size += size;
    ++entry->fragments;
    drop(*entry);
    return finishIfLast(entry);
}

std::variant<FragmentAssembler::Entry, FragmentAssembler::Fault>
FragmentAssembler::find(quint64 sequence, quint64 number, base::Instant now)
{
    const Entry entry = m_open.find(sequence);
    if (number == 0 && (m_forgetful || entry != m_open.end()))
        return Fault::NoFragments;
    if (entry == m_open.end())
        return m_forgetful ? adopt(sequence, number, now) : Fault::UnknownSequence;
    if (number != entry->next) {
        if (!m_forgetful || !entry->dropped)
            return Fault::OutOfOrder;
        entry->next = number;
    }
    entry->touched = now;
    return entry;
}

// The rest of a message whose beginning was lost. It is followed to its end, and dropped.
std::variant<FragmentAssembler::Entry, FragmentAssembler::Fault>
FragmentAssembler::adopt(quint64 sequence, quint64 number, base::Instant now)
{
    if (!hasRoom())
        return Fault::TooManySequences;
    const Entry entry = m_open.insert(sequence, Sequence());
    entry->next = number;
    entry->dropped = true;
    entry->touched = now;
    return entry;
}

// The end of what is dropped may have been lost, too. If it was not, adopt() takes it up again.
bool FragmentAssembler::hasRoom()
{
    if (m_forgetful && m_open.size() >= m_limits.openFragmentSequences)
        m_open.removeIf([](const auto &entry) { return entry.value().dropped; });
    return m_open.size() < m_limits.openFragmentSequences;
}

void FragmentAssembler::store(Sequence &sequence, QByteArrayView bytes)
{
    if (!sequence.dropped)
        sequence.bytes.append(bytes);
    count(sequence, bytes.size());
}

void FragmentAssembler::count(Sequence &sequence, qsizetype size)
{
    sequence.size += size;
    ++sequence.fragments;
    if (sequence.dropped)
        return;
    m_held += size;
    if (sequence.bytes.size() > m_limits.fragmentedMessage || m_held > m_limits.openFragmentBytes)
        drop(sequence);
}

// Keeps the head for the placeholder, and the place in the sequence.
void FragmentAssembler::drop(Sequence &sequence)
{
    if (sequence.dropped)
        return;
    m_held -= sequence.bytes.size() + sequence.atomBytes;
    sequence.bytes = evidenceOf(QByteArrayView(sequence.bytes).sliced(sequence.from));
    sequence.from = 0;
    sequence.atoms.clear();
    sequence.atomBytes = 0;
    sequence.dropped = true;
}

FragmentAssembler::Outcome FragmentAssembler::finishIfLast(Entry entry)
{
    if (--entry->next > 0)
        return Pending();
    Sequence done = std::move(*entry);
    m_open.erase(entry);
    if (done.dropped)
        return Dropped{done.size, std::move(done.bytes)};
    m_held -= done.bytes.size() + done.atomBytes;
    return Complete{std::move(done.bytes), done.from, std::move(done.atoms), done.fragments,
                    done.unknownAtoms};
}

int FragmentAssembler::forget()
{
    int given = 0;
    for (Sequence &sequence : m_open) {
        given += sequence.dropped ? 0 : 1;
        drop(sequence);
    }
    m_forgetful = true;
    return given;
}

int FragmentAssembler::expire(base::Instant now)
{
    int dropped = 0;
    for (Sequence &sequence : m_open) {
        if (sequence.dropped || now - sequence.touched < m_limits.fragmentAge)
            continue;
        drop(sequence);
        ++dropped;
    }
    return dropped;
}

} // namespace nodescope::protocol
