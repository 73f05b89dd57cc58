// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class Theme;

// The ground of a row of the form: a plate with a line around it that shows hover, focus in one of its fields, a
// mistake and being dragged.
class RowFrame : public QWidget
{
    Q_OBJECT
public:
    explicit RowFrame(const Theme &theme, QWidget *parent = nullptr);
    ~RowFrame() override;

    void setPlain(bool plain); // no plate and line until it is focused, pending or wrong
    void setHoverable(bool hoverable); // lights up under the pointer
    void setInvalid(bool invalid);
    bool isInvalid() const { return m_isInvalid; }
    void setPending(bool pending); // not part of the question yet: a dashed line
    void setDragged(bool dragged);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool hasFieldFocus() const;

    const Theme &m_theme;
    bool m_isPlain = false;
    bool m_isInvalid = false;
    bool m_isPending = false;
    bool m_isDragged = false;
    bool m_isHoverable = false;
    bool m_isHovered = false;
};
