// The page lives: what changed is pushed to it, the clock and the strip turn by timers that sleep in between.
'use strict';

// A press shows at once: the browser's own :active waits for 150 ms to see whether a finger scrolls.
let pressed = null;
function press(element) {
    if (pressed) {
        pressed.classList.remove('down');
    }
    pressed = element;
    if (pressed) {
        pressed.classList.add('down');
    }
}
document.addEventListener('pointerdown', event => press(event.target.closest('.cell, .card')), {passive: true});
for (const name of ['pointerup', 'pointercancel']) {
    document.addEventListener(name, () => press(null), {passive: true});
}

function clock() {
    const now = new Date();
    const face = document.querySelector('.clock span');
    face.textContent = now.toLocaleDateString('nl', {weekday: 'short', day: 'numeric', month: 'short'}) + '  ' +
        now.getHours() + '.' + String(now.getMinutes()).padStart(2, '0');
    setTimeout(clock, 60000 - now.getTime() % 60000);
}

function turn(selector, ms) {
    const items = document.querySelectorAll(selector);
    let at = 0;
    if (items.length > 1) {
        setInterval(() => {
            items[at].hidden = true;
            at = (at + 1) % items.length;
            items[at].hidden = false;
        }, ms);
    }
}

function live() {
    const events = new EventSource('/events');
    events.onmessage = message => {
        const change = JSON.parse(message.data);
        document.getElementById(change.id).innerHTML = change.html;
    };
}

// Scrolls so many px a frame, up and down again, and tells when each frame began.
function scroll_run(frames, step) {
    const list = document.querySelector('.list');
    const times = [];
    let way = step;
    const frame = now => {
        times.push(now);
        if (times.length > frames) {
            fetch('/frames', {method: 'POST', body: JSON.stringify(times)});
            return;
        }
        if (list.scrollTop + way < 0 || list.scrollTop + way > list.scrollHeight - list.clientHeight) {
            way = -way;
        }
        list.scrollTop += way;
        requestAnimationFrame(frame);
    };
    fetch('/begin', {method: 'POST'}).then(() => requestAnimationFrame(frame));
}

clock();
turn('.page', 30000);
turn('.strip span', 12000);
live();
const asked = new URLSearchParams(location.search);
if (asked.has('frames')) {
    setTimeout(scroll_run, 1500, Number(asked.get('frames')), Number(asked.get('step')));
}
