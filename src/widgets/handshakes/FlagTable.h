#pragma once

#include <QTreeWidget>

#include "cluster/Handshake.h"

namespace nodescope::widgets {

/// The flags of both ends by name: who has them, which are used, and which nodes demand.
class FlagTable : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FlagTable(QWidget *parent = nullptr);
    void setRecord(const cluster::HandshakeRecord &record);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    cluster::HandshakeRecord m_record;
};

} // namespace nodescope::widgets
