import { Dining } from "./dining";
import { Frame } from "./frame";
import { Hall } from "./hall";
import { Lawn } from "./lawn";
import { Mandap } from "./mandap";
import { Whole } from "./whole";

/** The drawing that a venue or a space names; one that is not known shows the whole house. Decoration: no text of its own. */
export function Illustration({ name, className }: { name: string; className?: string }) {
  return <Frame className={className}>{drawing(name)}</Frame>;
}

function drawing(name: string) {
  switch (name) {
    case "mandap":
      return <Mandap />;
    case "hall":
      return <Hall />;
    case "lawn":
      return <Lawn />;
    case "dining":
      return <Dining />;
    default:
      return <Whole />;
  }
}
