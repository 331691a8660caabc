#pragma once

#include <QTreeWidget>

#include "cluster/Handshake.h"

namespace nodescope::widgets {

/// Two handshakes side by side: message by message, with the fields that differ marked.
class ComparisonView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ComparisonView(QWidget *parent = nullptr);
    void setRecords(const cluster::HandshakeRecord &a, const cluster::HandshakeRecord &b);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    cluster::HandshakeRecord m_a;
    cluster::HandshakeRecord m_b;
};

} // namespace nodescope::widgets
