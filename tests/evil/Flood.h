#pragma once

#include <QtGlobal>

namespace nodescope::test::evil {

/// Another process that opens connections to a port of loopback and says nothing on them, until this
/// object goes. Its descriptors are its own, so that a test can meet thousands.
class Flood
{
public:
    Flood(quint16 port, int connections);
    ~Flood();
    Q_DISABLE_COPY_MOVE(Flood)

    /// How many connections the child has made so far.
    [[nodiscard]] int made() const;

private:
    int m_pid = -1;
    volatile int *m_made = nullptr; // shared with the child
};

/// The most descriptors that a child may have.
[[nodiscard]] int descriptorLimit();

/// While it lives, this process can open no more than `spare` descriptors beyond those that it has.
class FewDescriptors
{
public:
    explicit FewDescriptors(int spare);
    ~FewDescriptors();
    Q_DISABLE_COPY_MOVE(FewDescriptors)

private:
    quint64 m_before = 0;
};

} // namespace nodescope::test::evil
