// The day of printing, on the foot of the printed sheet.
(function () {
  "use strict";
  const place = document.querySelector("[data-vk-printed]");
  if (!place) return;
  const two = (number) => String(number).padStart(2, "0");
  window.addEventListener("beforeprint", () => {
    const now = new Date();
    place.textContent = ` In ngày ${two(now.getDate())}/${two(now.getMonth() + 1)}/${now.getFullYear()}.`;
  });
})();
