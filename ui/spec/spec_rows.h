// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/spec/spec_editor.h"

#include <QPlainTextDocumentLayout>
#include <QTextBlock>

#include <map>

// The strip at the left of the lines.
class LineNumbers : public QWidget
{
    Q_OBJECT
public:
    explicit LineNumbers(SpecEditor &editor)
        : QWidget(&editor)
        , m_editor(editor)
    {
        setObjectName(QStringLiteral("specLineNumbers"));
    }

protected:
    void paintEvent(QPaintEvent *) override { m_editor.paintNumbers(*this); }

private:
    SpecEditor &m_editor;
};

// Lines of SpecEditor::rowHeight; the letters stand at their top. Under some there is room for what is said of them.
class SpecRows : public QPlainTextDocumentLayout
{
    Q_OBJECT
public:
    using QPlainTextDocumentLayout::QPlainTextDocumentLayout;

    QRectF blockBoundingRect(const QTextBlock &block) const override
    {
        QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
        if (block.isVisible())
            rect.setHeight(std::max<qreal>(rect.height(), SpecEditor::rowHeight) + roomUnder(block));
        return rect;
    }

    int roomUnder(const QTextBlock &block) const // px
    {
        const auto found = m_room.empty() ? m_room.end() : m_room.find(block.blockNumber());
        return found == m_room.end() ? 0 : found->second;
    }

    // By line, from 0; says whether it is other room than before.
    bool setRoom(std::map<int, int> room)
    {
        if (room == m_room)
            return false;
        m_room = std::move(room);
        Q_EMIT documentSizeChanged(documentSize()); // the scroll bar counts anew
        Q_EMIT update();
        return true;
    }

private:
    std::map<int, int> m_room;
};
